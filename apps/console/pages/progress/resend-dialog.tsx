import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import { ask } from '../../api/client.js';
import { type resendResultSchema, type ResendResult } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { ResendSummary } from './resend-summary.js';
import { resendWords } from './resend-words.js';

interface ResendDialogProps {
  /** What is sent again: one release, or one account over all releases. */
  readonly choice: { readonly releaseId: string } | { readonly accountId: string };
  readonly rows: number;
  readonly onClose: () => void;
}

const useResend = (choice: ResendDialogProps['choice']) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string): Promise<ResendResult> =>
      ask<typeof resendResultSchema>('/deliveries/resend', { method: 'POST', body: { ...choice, reason } }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

/** Asks for the reason, then says row by row what was found and what was sent again. */
export const ResendDialog = ({ choice, rows, onClose }: ResendDialogProps) => {
  const text = useWords(resendWords);
  const id = useId();
  const [reason, setReason] = useState('');
  const resend = useResend(choice);
  const close = (
    <Button key="close" onClick={onClose}>
      {text.close}
    </Button>
  );
  const act = (
    <Button
      key="act"
      type="primary"
      loading={resend.isPending}
      disabled={reason.trim() === ''}
      onClick={() => resend.mutate(reason.trim())}
    >
      {text.act}
    </Button>
  );
  return (
    <Modal
      open
      title={text.title(rows)}
      width={720}
      onCancel={onClose}
      footer={resend.isSuccess ? [close] : [close, act]}
    >
      {resend.isSuccess ? (
        <ResendSummary result={resend.data} />
      ) : (
        <>
          <p>{text.lead}</p>
          <TextField
            id={id}
            label={text.reason}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          {resend.isError && <RefusalNotice error={resend.error} />}
        </>
      )}
    </Modal>
  );
};
