import { Link } from '@tanstack/react-router';
import type { DeliveryView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { standingOf } from '../../parts/dispatch-outcome.js';
import { words } from './words.js';

/** Beside the platform's words: what is to be mended, what else is possible, whom to ask, and an account at rest. */
export const DeliveryHelp = ({ delivery }: { readonly delivery: DeliveryView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { field, alternatives, told, accountHeld, state } = delivery;
  const needsSomebody = standingOf(state) === 'attention' || state === 'deferred';
  return (
    <>
      {field !== null && (
        <span className="delivery-help">
          {text.mend(text.fields[field] ?? field)}{' '}
          <Link to="/releases/$id" params={{ id: delivery.releaseId }}>
            {text.toRelease}
          </Link>
        </span>
      )}
      {alternatives.map(({ id, zh, en }) => (
        <span key={id} className="delivery-help">
          {text.pick(zh, en)}
        </span>
      ))}
      {accountHeld !== null && standingOf(state) !== 'out' && (
        <span className="delivery-help">
          {accountHeld.breaker === 'stopped' ? text.accountStopped : text.accountRests}{' '}
          <Link to="/accounts">{text.toAccounts}</Link>
        </span>
      )}
      {told !== null && needsSomebody && (
        <span className="delivery-help quiet">{text.told(told.names, cityTime(told.at, language))}</span>
      )}
    </>
  );
};
