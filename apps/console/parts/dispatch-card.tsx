import { Link } from '@tanstack/react-router';
import type { ReleaseSummary } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { tallyOf, type Tally } from './dispatch-outcome.js';
import { ReleaseStateTag } from './release-state.js';
import { words } from './words.js';

const barOf = (tally: Tally, total: number): string => {
  if (tally.attention > 0) return 'bar bar-attention';
  return tally.out === total ? 'bar bar-complete' : 'bar';
};

/** A released text and how its deliveries stand. */
export const DispatchCard = ({ release }: { release: ReleaseSummary }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const tally = tallyOf(release.deliveries);
  const total = tally.out + tally.running + tally.verifying + tally.attention;
  const share = total === 0 ? 0 : Math.floor((tally.out / total) * 100);
  return (
    <li className="card">
      <div className="card-head">
        <ReleaseStateTag release={release} />
        {release.releasedAt !== null && (
          <span className="clock">{cityTime(release.releasedAt, language)}</span>
        )}
      </div>
      <Link to="/releases/$id/progress" params={{ id: release.id }} className="title-link">
        {release.title}
      </Link>
      {total > 0 && (
        <div className={barOf(tally, total)} aria-hidden="true">
          <div style={{ width: `${share}%` }} />
        </div>
      )}
      <div className="card-foot">
        <span>{release.organ.shortName}</span>
        <span>{total === 0 ? text.elsewhere : text.delivered(tally.out, total)}</span>
        {tally.attention > 0 && <strong className="attention">{text.attention(tally.attention)}</strong>}
      </div>
    </li>
  );
};
