import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/client.js';
import { type consentDoneSchema } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

/** Read from the address itself: the router would take a code of digits for a number. */
const cameBack = (): URLSearchParams => new URLSearchParams(window.location.search);

/** Where a platform sends the browser back: hands over the code once, and says what came of it. */
export const ConsentPage = () => {
  const text = useWords(words);
  const [back] = useState(cameBack);
  const [code, state, error] = [back.get('code'), back.get('state'), back.get('error')];
  const client = useQueryClient();
  const sent = useRef(false);
  const { mutate, ...exchange } = useMutation({
    mutationFn: (body: { readonly code: string; readonly state: string }) =>
      ask<typeof consentDoneSchema>('/accounts/consent', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  useEffect(() => {
    if (sent.current || code === null || state === null) return;
    // A code is good for one use, and React mounts twice while it is being developed.
    sent.current = true;
    mutate({ code, state });
  }, [code, state, mutate]);
  return (
    <Page title={text.consentTitle}>
      <div className="panel" aria-live="polite">
        {error !== null && <p>{text.consentDenied}</p>}
        {error === null && code === null && <p>{text.consentEmpty}</p>}
        {exchange.isPending && <p>{text.consentWaits}</p>}
        {exchange.isSuccess && <p>{text.consentDone}</p>}
        {exchange.isError && <RefusalNotice error={exchange.error} />}
        <p>
          <Link to="/accounts">{text.toAccounts}</Link>
        </p>
      </div>
    </Page>
  );
};
