import { Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { whenSessionExpires } from '../api/client.js';
import type { SessionView } from '../api/contract.js';
import { forgetPages, loadSession, sessionQuery } from '../api/session.js';
import { useWords } from '../language/language.js';
import { OrganSignInBeside } from '../pages/sign-in/organ-sign-in.js';
import { SignInForm } from '../pages/sign-in/sign-in-form.js';
import { words } from './words.js';

/** The session ended while somebody worked: sign in over the page, so that nothing typed is lost. */
export const ExpiredSession = () => {
  const text = useWords(words);
  const client = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    whenSessionExpires(() => setExpired(true));
    return () => whenSessionExpires(() => undefined);
  }, []);
  const enter = useCallback(
    async (session: SessionView): Promise<void> => {
      // A colleague at a shared desk must not go on with what another had typed; that stays kept for whoever typed it.
      const former = client.getQueryData(sessionQuery.queryKey)?.person.id;
      if (former !== undefined && former !== session.person.id) await forgetPages(client);
      client.setQueryData(sessionQuery.queryKey, session);
      setExpired(false);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
    [client],
  );
  useEffect(() => {
    if (!expired) return undefined;
    // Whoever signed in on the organ's page did so in a window beside this one.
    const look = (): void => {
      // One that cannot be read leaves the form where it is.
      void loadSession()
        .catch(() => null)
        .then((session) => (session === null ? undefined : enter(session)));
    };
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [expired, client, enter]);
  return (
    <Modal open={expired} title={text.expiredTitle} footer={null} closable={false} destroyOnHidden>
      <p>{text.expiredLead}</p>
      <SignInForm onSignedIn={(session) => void enter(session)} />
      <OrganSignInBeside />
    </Modal>
  );
};
