import { Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { whenSessionExpires } from '../api/client.js';
import { sessionQuery } from '../api/session.js';
import { useWords } from '../language/language.js';
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
  return (
    <Modal open={expired} title={text.expiredTitle} footer={null} closable={false} destroyOnHidden>
      <p>{text.expiredLead}</p>
      <SignInForm
        onSignedIn={(session) => {
          client.setQueryData(sessionQuery.queryKey, session);
          setExpired(false);
          void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
        }}
      />
    </Modal>
  );
};
