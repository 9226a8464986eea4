import type { BulletinKey } from './bulletin-key.js';
import type { Profile } from './profile.js';
import { areOtherIssues } from './series-title.js';

/** Another month's issue in the same words: template, not matter. */
const OTHER_ISSUE = 0.04;

/**
 * Probability that two bulletins are one issue; undefined when the words must decide. The figures only order what the key has
 * decided: neighbouring issues share many of them.
 */
export function bulletinVerdict(a: Profile, b: Profile): number | undefined {
  if (a.bulletin === undefined || b.bulletin === undefined) {
    return areOtherIssues(a.title, b.title) ? OTHER_ISSUE : undefined;
  }
  const figures = figureAgreement(a, b);
  if (![...a.bulletin.places].some((place) => b.bulletin?.places.has(place))) return 0.02 + 0.05 * figures;
  const same = samePeriod(a.bulletin, b.bulletin);
  if (same === undefined) return 0.15 + 0.6 * figures;
  return same ? 0.75 + 0.25 * figures : 0.03 + 0.1 * figures;
}

/** Undefined when only one of the two states its hours. */
function samePeriod({ period: x }: BulletinKey, { period: y }: BulletinKey): boolean | undefined {
  if (x.end !== undefined && y.end !== undefined) return x.end === y.end;
  return undefined;
}

function figureAgreement(a: Profile, b: Profile): number {
  const [small, large] = a.figures.size <= b.figures.size ? [a.figures, b.figures] : [b.figures, a.figures];
  if (small.size === 0) return 0;
  return [...small].filter((figure) => large.has(figure)).length / small.size;
}
