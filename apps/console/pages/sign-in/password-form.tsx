import { Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import { sessionQuery } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { CredentialField } from './credential-field.js';
import { words } from './words.js';

const nothing = { password: '', newPassword: '', again: '' };

/** Asks for the present password and twice for the new one; the server says what is wrong with it. */
export const PasswordForm = ({ presentLabel }: { presentLabel: string }) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [given, setGiven] = useState(nothing);
  const [tried, setTried] = useState(false);
  const { password, newPassword, again } = given;
  const change = useMutation({
    mutationFn: () => tell('/session/password', { method: 'POST', body: { password, newPassword } }),
    onSuccess: () => {
      setGiven(nothing);
      setTried(false);
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const whole = password !== '' && newPassword !== '' && again === newPassword;
  const missing = (value: string): string => (tried && value === '' ? text.passwordNeeded : '');
  const field = (name: keyof typeof nothing) => ({
    id: name,
    value: given[name],
    onChange: (value: string) => setGiven((now) => ({ ...now, [name]: value })),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (whole && !change.isPending) change.mutate();
      }}
    >
      <CredentialField
        {...field('password')}
        {...{ label: presentLabel, autoComplete: 'current-password', wrong: missing(password) }}
      />
      <CredentialField
        {...field('newPassword')}
        {...{ label: text.next, help: text.nextHelp, autoComplete: 'new-password' }}
        wrong={missing(newPassword)}
      />
      <CredentialField
        {...field('again')}
        {...{ label: text.again, autoComplete: 'new-password' }}
        wrong={again !== '' && again !== newPassword ? text.differs : missing(again)}
      />
      {change.isError && <RefusalNotice error={change.error} />}
      {change.isSuccess && <p role="status">{text.changed}</p>}
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {text.change}
      </Button>
    </form>
  );
};
