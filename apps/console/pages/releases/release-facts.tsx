import { Link } from '@tanstack/react-router';
import { StarFilled } from '@ant-design/icons';
import type { ReleaseSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockFace } from '../../parts/due-clock.js';
import { aside, listed } from '../../parts/punctuation.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** The one time that matters in a release's state, with what it is; a proposed one never looks like an approved one. */
export const ReleaseTime = ({ release }: { release: ReleaseSummary }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { releasedAt, scheduledAt, proposal, updatedAt } = release;
  const proposed = releasedAt === null && scheduledAt === null && proposal !== null;
  const [at, what] =
    releasedAt !== null
      ? [releasedAt, text.released]
      : scheduledAt !== null
        ? [scheduledAt, text.scheduled]
        : proposal !== null
          ? [proposal.at, text.proposed]
          : [updatedAt, text.updated];
  return (
    <span
      className={proposed ? 'clock proposed-time' : 'clock'}
      {...(proposed && { title: text.proposedWhy(proposal.by.name, proposal.why) })}
    >
      <time dateTime={at}>{cityTime(at, language)}</time> <small>{what}</small>
    </span>
  );
};

/** The clock that ends first, with the hour and the article that it rests on. */
export const ReleaseClock = ({ release: { clock } }: { release: ReleaseSummary }) => {
  const { language } = useLanguage();
  if (clock === null) return null;
  const { duty, article, dueAt } = clock;
  return (
    <span title={`${duty}${aside(article, language)} · ${cityTime(dueAt, language)}`}>
      <ClockFace clock={clock} />
    </span>
  );
};

export const ConflictBadge = ({ release }: { release: ReleaseSummary }) => {
  const text = useWords(words);
  const count = release.openFindings.block + release.openFindings.warn;
  if (count === 0) return null;
  return (
    <StateTag tone={release.openFindings.block > 0 ? 'error' : 'warning'}>{text.conflicts(count)}</StateTag>
  );
};

export const ReleaseTitle = ({ release }: { release: ReleaseSummary }) => (
  <Link to="/releases/$id" params={{ id: release.id }} className="title-link">
    {release.title}
  </Link>
);

/** The reader keeps an eye on it. */
export const MarkSign = ({ shown }: { shown: boolean }) => {
  const { marked } = useWords(words);
  return shown ? <StarFilled className="mark-sign" role="img" aria-label={marked} title={marked} /> : null;
};

export const ReleaseOrgans = ({ release }: { release: ReleaseSummary }) => {
  const { language } = useLanguage();
  const names = [release.organ, ...release.jointOrgans].map(({ shortName }) => shortName);
  return <>{listed(names, language)}</>;
};
