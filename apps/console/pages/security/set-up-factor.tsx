import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { begunFactorSchema, recoveryCodesSchema } from '../../../../libs/access/factor/factor.api.js';
import { ask } from '../../api/client.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { CredentialField } from '../sign-in/credential-field.js';
import { ShownCodes } from './recovery-codes.js';
import { words } from './words.js';

interface StepProps {
  readonly children: ReactNode;
  readonly label: string;
  readonly doing: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly onDo: () => void;
}

const Step = ({ children, label, doing, onDo }: StepProps) => {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!doing.isPending) onDo();
  };
  return (
    <form noValidate onSubmit={send} className="factor-step">
      {children}
      {doing.isError && <RefusalNotice error={doing.error} />}
      <Button type="primary" htmlType="submit" loading={doing.isPending}>
        {label}
      </Button>
    </form>
  );
};

/** Password, then the key and a code that proves it arrived, then the recovery codes. */
export const SetUpFactor = ({ onDone }: { onDone: () => void }) => {
  const text = useWords(words);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      ask<typeof begunFactorSchema>('/session/second-factor', { method: 'POST', body: { password } }),
    onSuccess: () => setPassword(''),
  });
  const confirm = useMutation({
    mutationFn: () =>
      ask<typeof recoveryCodesSchema>('/session/second-factor/confirmation', {
        ...{ method: 'POST', body: { code } },
      }),
  });
  if (confirm.data !== undefined) return <ShownCodes codes={confirm.data.codes} onKept={onDone} />;
  if (begin.data === undefined)
    return (
      <Step label={text.next} doing={begin} onDo={() => begin.mutate()}>
        <p>{text.passwordFirst}</p>
        <CredentialField
          {...{ id: 'factor-password', label: text.password, autoComplete: 'current-password', wrong: '' }}
          value={password}
          onChange={setPassword}
        />
      </Step>
    );
  return (
    <Step label={text.confirm} doing={confirm} onDo={() => confirm.mutate()}>
      <p>{text.scan}</p>
      <img
        className="factor-picture"
        alt={text.pictureName}
        src={`data:image/svg+xml,${encodeURIComponent(begin.data.picture)}`}
      />
      <p>
        {text.key} <code className="factor-key">{begin.data.key.replaceAll(/(.{4})(?=.)/gu, '$1 ')}</code>
      </p>
      <CredentialField
        {...{ id: 'factor-code', label: text.codeLabel, autoComplete: 'one-time-code', wrong: '' }}
        value={code}
        onChange={setCode}
      />
    </Step>
  );
};
