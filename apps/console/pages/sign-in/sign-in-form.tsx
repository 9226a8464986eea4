import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../api/contract.js';
import { signIn } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
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

export const SignInForm = ({ onSignedIn, filled = null }: SignInFormProps) => {
  const text = useWords(words);
  const [username, setUsername] = useState(filled?.username ?? '');
  const [password, setPassword] = useState(filled?.password ?? '');
  const [tried, setTried] = useState(false);
  const attempt = useMutation({ mutationFn: () => signIn(username.trim(), password), onSuccess: onSignedIn });
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
      {attempt.isError && <RefusalNotice error={attempt.error} />}
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
