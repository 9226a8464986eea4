import type { AccountView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { words } from './words.js';

/** Windows of a minute or less come and go: nobody plans by them. */
const isWorthShowing = ({ per }: AccountView['health']['quotas'][number]): boolean =>
  per !== 'second' && per !== 'minute';

export const QuotaList = ({ quotas }: { readonly quotas: AccountView['health']['quotas'] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return quotas.filter(isWorthShowing).map(({ name, per, used, count, reserve, opensAt }) => {
    const label = text.quotaName(name, per);
    const share = Math.min(100, Math.round((used / count) * 100));
    return (
      <div key={`${name}/${per}`}>
        <dt>{label}</dt>
        <dd>
          <div
            className={share >= 90 ? 'bar bar-attention' : 'bar'}
            role="progressbar"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={count}
            aria-valuenow={used}
          >
            <div style={{ width: `${share}%` }} />
          </div>
          {text.quotaUsed(used, count)}
          <span className="quiet">
            {[
              ...(reserve > 0 ? [text.quotaReserve(reserve)] : []),
              text.quotaOpens(cityTime(opensAt, language)),
            ].join(' · ')}
          </span>
        </dd>
      </div>
    );
  });
};
