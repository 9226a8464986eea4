import { Link } from '@tanstack/react-router';
import type { IncidentView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { ReasonList } from '../../parts/reason-list.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { words } from './words.js';

interface PendingProps {
  readonly incident: IncidentView;
  readonly onReduce: (releaseId: string, digest: string) => void;
}

/** What waits to go out: what bars it here, and what the first release leaves out. */
export const PendingPanel = ({ incident, onReduce }: PendingProps) => {
  const text = useWords(words);
  const { states } = useWords(releaseWords);
  const barred = incident.actions.stateReduction.reasons;
  if (incident.pending.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.pending}</h2>
      <ul className="line-list">
        {incident.pending.map(({ releaseId, title, digest, state, organ, bars, missing }) => (
          <li key={releaseId}>
            <Link to="/releases/$id" params={{ id: releaseId }} className="title-link">
              {title}
            </Link>
            <p className="quiet">
              {organ.shortName} · {states[state]}
            </p>
            {bars.length === 0 ? <p className="quiet">{text.mayGoOut}</p> : <ReasonList reasons={bars} />}
            {bars.some(({ code }) => code.startsWith('chain')) && (
              <ReasonedButton
                size="small"
                label={text.deeds.reduction}
                reasons={barred}
                onClick={() => onReduce(releaseId, digest)}
              />
            )}
            {missing.length > 0 && (
              <>
                <p>{text.leavesOut}</p>
                <ReasonList reasons={missing} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
