import { Checkbox, Modal } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { PlanList } from './plan-list.js';
import { useAmend } from './use-amend.js';
import { words } from './words.js';

/** Takes back what is out, after saying for each channel what that means. */
export const WithdrawalDialog = ({ releaseId, onClose }: { releaseId: string; onClose: () => void }) => {
  const text = useWords(words);
  const id = useId();
  const withdraw = useAmend(`/releases/${releaseId}/withdrawal`);
  const [reason, setReason] = useState('');
  const [emergency, setEmergency] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const confirm = (): void => {
    setAsked(true);
    if (!missing) withdraw.mutate({ reason: reason.trim(), emergency }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={text.withdrawTitle}
      okText={text.withdrawDo}
      cancelText={text.cancel}
      okButtonProps={{ danger: true }}
      confirmLoading={withdraw.isPending}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{text.withdrawLead}</p>
      <PlanList releaseId={releaseId} kind="withdraw" />
      <TextField
        id={id}
        label={text.withdrawReason}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        wrong={asked && missing ? text.noteNeeded : ''}
      />
      <Checkbox checked={emergency} onChange={(event) => setEmergency(event.target.checked)}>
        {text.emergency}
      </Checkbox>
      {withdraw.isError && <RefusalNotice error={withdraw.error} />}
    </Modal>
  );
};
