import { Link } from '@tanstack/react-router';
import type { ReleaseSummary } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** The one time that matters in a release's state, with what it is. */
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
    <span className="clock">
      <time dateTime={at}>{cityTime(at, language)}</time> <small>{what}</small>
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

export const ReleaseOrgans = ({ release }: { release: ReleaseSummary }) => (
  <>{[release.organ, ...release.jointOrgans].map((organ) => organ.shortName).join('、')}</>
);
