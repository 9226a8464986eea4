import { Alert, Button } from 'antd';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { organAccountSchema } from '../../../../libs/access/organ-account/organ-account.api.js';
import { ask } from '../../api/client.js';
import type { SessionView } from '../../api/contract.js';
import { proveOrganAccount } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { CredentialField } from './credential-field.js';
import { words } from './words.js';

/** What is told of the way there and back is told once, so it is asked for once. */
const organAccountQuery = queryOptions({
  queryKey: ['organ-account'],
  queryFn: () => ask<typeof organAccountSchema>('/session/organ-account'),
  staleTime: Infinity,
  retry: false,
});

export const useOrganAccount = () => useQuery(organAccountQuery).data;

/** The browser leaves for the organ's page and comes back to this one. */
const OrganSignInButton = ({ beside = false }: { readonly beside?: boolean }) => {
  const text = useWords(words);
  const here = beside ? '/' : `${location.pathname}${location.search}`;
  return (
    <Button
      block
      size="large"
      href={`/api/session/organ-account/begin?to=${encodeURIComponent(here)}`}
      {...(beside && { target: '_blank' })}
      className="sign-in-button"
    >
      {text.withOrganAccount}
    </Button>
  );
};

/** The way to the organ's page, and why the last way there opened nothing; nothing where the city has connected none. */
export const OrganSignIn = () => {
  const text = useWords(words);
  const account = useOrganAccount();
  if (account === undefined || (!account.offered && account.reasons.length === 0)) return null;
  return (
    <section className="organ-sign-in" aria-label={text.organAccount}>
      {account.reasons.length > 0 && (
        <Alert
          {...{ type: 'error', role: 'alert', title: text.notSignedIn }}
          showIcon
          description={<ReasonList reasons={account.reasons} />}
        />
      )}
      {account.offered && <OrganSignInButton />}
    </section>
  );
};

/** In a window of its own: what was typed in this one stays. */
export const OrganSignInBeside = () =>
  useOrganAccount()?.offered === true ? <OrganSignInButton beside /> : null;

/** Let in by the organ's page, with an authenticator of our own. */
export const OrganCodeForm = ({ onSignedIn }: { readonly onSignedIn: (session: SessionView) => void }) => {
  const text = useWords(words);
  const [code, setCode] = useState('');
  const attempt = useMutation({ mutationFn: () => proveOrganAccount(code), onSuccess: onSignedIn });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '' && !attempt.isPending) attempt.mutate();
      }}
    >
      <p>{text.organCodeLead}</p>
      <CredentialField
        {...{ id: 'code', label: text.code, help: text.codeHelp, autoComplete: 'one-time-code' }}
        {...{ value: code, onChange: setCode, wrong: '', autoFocus: true }}
      />
      {attempt.isError && <RefusalNotice error={attempt.error} />}
      <Button
        {...{ type: 'primary', htmlType: 'submit', size: 'large', className: 'sign-in-button' }}
        block
        loading={attempt.isPending}
      >
        {text.signIn}
      </Button>
    </form>
  );
};
