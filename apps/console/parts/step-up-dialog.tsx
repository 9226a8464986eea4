import { Input, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { stepUp, useSession } from '../api/session.js';
import { useWords } from '../language/language.js';
import { refusalFrom, RefusalNotice } from './refusal-notice.js';
import { words } from './words.js';

interface StepUpDialogProps {
  /** The password was right: what was asked for is done again. */
  readonly onProved: () => void;
  readonly onClose: () => void;
}

/** True of a deed that was refused for the lack of a proof of who does it. */
export const isStepUpAsked = ({ error }: { readonly error: Error | null }): boolean =>
  error !== null && refusalFrom(error).reasons.some(({ code }) => code === 'stepUpRequired');

/** The password, or the code of whoever has an authenticator, once more before what must be one's own doing. */
export const StepUpDialog = ({ onProved, onClose }: StepUpDialogProps) => {
  const text = useWords(words);
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
