import { Input, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { stepUp, useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { dialogWords } from './dialog-words.js';

interface StepUpDialogProps {
  /** The password was right: what was asked for is done again. */
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** The password, or the code of whoever has an authenticator, once more before the last word on a release. */
export const StepUpDialog = ({ onProved, onClose }: StepUpDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const withCode = useSession().data?.secondFactor === true;
  const [password, setPassword] = useState('');
  const prove = useMutation({
    mutationFn: () => stepUp(withCode, password),
    onSuccess: onProved,
  });
  return (
    <Modal
      open
      title={text.stepUpTitle}
      okText={text.stepUpDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: password === '' }}
      confirmLoading={prove.isPending}
      onOk={() => prove.mutate()}
      onCancel={onClose}
    >
      <p>{text.stepUpLead}</p>
      <label htmlFor={id} className="field-label">
        {withCode ? text.stepUpCode : text.stepUpPassword}
      </label>
      <Input.Password
        id={id}
        autoFocus
        autoComplete={withCode ? 'one-time-code' : 'current-password'}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        onPressEnter={() => prove.mutate()}
      />
      {prove.isError && <RefusalNotice error={prove.error} />}
    </Modal>
  );
};
