import { serverNow } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AccountView } from '../../api/contract.js';
import { accountsQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** Time enough to find whoever may agree on the platform's page; the notices begin then too. */
const soonMs = 7 * 86_400_000;

const endsSoon = ({ health }: AccountView): boolean =>
  health.renewal === 'person' &&
  health.tokenEndsAt !== null &&
  Date.parse(health.tokenEndsAt) - serverNow() < soonMs;

/** Accounts that wait for the reader: an authorisation that ends, or an account that sends nothing. Nothing for others. */
export const AccountPanel = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const accounts = useQuery(accountsQuery);
  const waiting = (accounts.data?.items ?? []).filter(
    (account) =>
      account.enabled &&
      ((account.breaker === 'stopped' && account.actions.resume.reasons.length === 0) ||
        (endsSoon(account) && account.actions.consent?.reasons.length === 0)),
  );
  if (waiting.length === 0) return null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.accounts}</h2>
        <Link to="/settings" search={{ tab: 'channels' }}>
          {text.toAccounts}
        </Link>
      </div>
      <ul className="line-list">
        {waiting.map((account) => (
          <li key={account.id}>
            <strong>{account.name}</strong>{' '}
            {account.breaker === 'stopped' ? (
              <StateTag tone="error">{text.accountStopped}</StateTag>
            ) : (
              <StateTag tone="warning">
                {text.accountEnds(cityTime(account.health.tokenEndsAt ?? '', language))}
              </StateTag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
