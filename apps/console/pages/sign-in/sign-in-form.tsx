import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../api/contract.js';
import { signIn } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { refusalFrom, RefusalNotice } from '../../parts/refusal-notice.js';
import { CredentialField } from './credential-field.js';
import { words } from './words.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface SignInFormProps {
  readonly onSignedIn: (session: SessionView) => void;
  /** Filled in for a demo account; a form that is filled anew has another `key`. */
  readonly filled?: Credentials | null;
}

/** What the server says when the password was right and a code is wanted. */
const codeReasons: readonly string[] = ['codeNeeded', 'wrongCode'];

export const SignInForm = ({ onSignedIn, filled = null }: SignInFormProps) => {
  const text = useWords(words);
  const [username, setUsername] = useState(filled?.username ?? '');
  const [password, setPassword] = useState(filled?.password ?? '');
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const attempt = useMutation({
    mutationFn: () =>
      signIn({
        username: username.trim(),
        password,
        ...(code !== '' && { code }),
        ...(reason !== '' && { reason }),
      }),
    onSuccess: onSignedIn,
  });
  const reasons = attempt.isError ? refusalFrom(attempt.error).reasons : [];
  const asksForCode = code !== '' || reasons.some(({ code: why }) => codeReasons.includes(why));
  const asksWhy = reason !== '' || reasons.some(({ code: why }) => why === 'breakGlassReason');
  const onlyAsks = reasons.some(({ code: why }) => why === 'codeNeeded');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (username.trim() !== '' && password !== '' && !attempt.isPending) attempt.mutate();
      }}
    >
      <CredentialField
        {...{ id: 'username', label: text.username, autoComplete: 'username', autoFocus: true }}
        value={username}
        onChange={setUsername}
        wrong={tried && username.trim() === '' ? text.usernameNeeded : ''}
      />
      <CredentialField
        {...{ id: 'password', label: text.password, autoComplete: 'current-password' }}
        value={password}
        onChange={setPassword}
        wrong={tried && password === '' ? text.passwordNeeded : ''}
      />
      {asksForCode && (
        <CredentialField
          {...{ id: 'code', label: text.code, help: text.codeHelp, autoComplete: 'one-time-code' }}
          {...{ value: code, onChange: setCode, wrong: '', autoFocus: true }}
        />
      )}
      {asksWhy && (
        <CredentialField
          {...{ id: 'reason', label: text.reason, autoComplete: 'off', autoFocus: true }}
          {...{ value: reason, onChange: setReason, wrong: '' }}
        />
      )}
      {attempt.isError && !onlyAsks && <RefusalNotice error={attempt.error} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        size="large"
        loading={attempt.isPending}
        className="sign-in-button"
      >
        {text.signIn}
      </Button>
    </form>
  );
};
