import { Link } from '@tanstack/react-router';
import { StarFilled } from '@ant-design/icons';
import type { ReleaseSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockBasis } from '../../parts/clock-basis.js';
import { listed } from '../../parts/punctuation.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** What a drafter would have, while it is not out: a dashed line and a word of its own, never like an approved hour. */
const Proposal = ({ release: { proposal, releasedAt } }: { release: ReleaseSummary }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (proposal === null || releasedAt !== null) return null;
  return (
    <span className="clock proposed-time" title={text.proposedWhy(proposal.by.name, proposal.why)}>
      <time dateTime={proposal.at}>{cityTime(proposal.at, language)}</time> <small>{text.proposed}</small>
    </span>
  );
};

/** The one time that matters in a release's state, with what it is, and under it a proposed one. */
export const ReleaseTime = ({ release }: { release: ReleaseSummary }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [at, what] =
    release.releasedAt !== null
      ? [release.releasedAt, text.released]
      : release.scheduledAt !== null
        ? [release.scheduledAt, text.scheduled]
        : [release.updatedAt, text.updated];
  return (
    <span className="times">
      <span className="clock">
        <time dateTime={at}>{cityTime(at, language)}</time> <small>{what}</small>
      </span>
      <Proposal release={release} />
    </span>
  );
};

/** The clock that ends first, with the hour and the article that it rests on. */
export const ReleaseClock = ({ release: { clock } }: { release: ReleaseSummary }) =>
  clock === null ? null : <ClockBasis clock={clock} />;

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
