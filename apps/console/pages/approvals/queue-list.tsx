import { Link } from '@tanstack/react-router';
import type { ApprovalSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { ConflictBadge } from '../releases/release-facts.js';
import { ClockLine, waitedFor } from './waiting-head.js';
import { words } from './words.js';

const Item = ({ item, current }: { item: ApprovalSummary; current: boolean }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { release, step, clock, since } = item;
  return (
    <li className={current ? 'queue-item queue-current' : 'queue-item'}>
      <Link
        to="/approvals/$id"
        params={{ id: release.id }}
        className="queue-link"
        {...(current && { 'aria-current': 'true' })}
      >
        <span className="queue-head">
          <StateTag tone="info">{text.decide[step]}</StateTag>
          <ConflictBadge release={release} />
        </span>
        <strong className="queue-title">{release.title}</strong>
        <span className="quiet">
          {release.organ.shortName} · {release.draftedBy.name} · {waitedFor(since, text, language)}
        </span>
        {clock === null ? <span className="quiet">{text.noClock}</span> : <ClockLine clock={clock} />}
      </Link>
    </li>
  );
};

/** What waits for the reader, the most urgent clock first. */
export const QueueList = ({ items, at }: { items: readonly ApprovalSummary[]; at: string | null }) => (
  <ul className="queue">
    {items.map((item) => (
      <Item key={item.release.id} item={item} current={item.release.id === at} />
    ))}
  </ul>
);
