import type { BulletinKey, StatisticalPeriod } from './bulletin-key.js';
import { isWideHazard } from './hazard.js';
import { overlap } from './key-set.js';
import type { Profile } from './profile.js';
import { regionAgreement } from './slots.js';
import { areOtherIssues, areOtherPlaces } from './series-title.js';

/** Another month's issue or another place's act in the same words: template, not matter. */
const OTHER_ISSUE = 0.04;
/** 前三季度 and 962.7亿元 in both; the worse mistake is to miss that only one figure beside it differs. */
const SAME_STATISTIC = 0.7;

/**
 * Probability that two bulletins are one issue; undefined when the words must decide. The figures only order what the key has
 * decided: neighbouring issues share many of them.
 */
export function bulletinVerdict(a: Profile, b: Profile): number | undefined {
  if (a.bulletin === undefined || b.bulletin === undefined)
    return isOtherOfSeries(a, b) ? OTHER_ISSUE : isSameStatistic(a, b) ? SAME_STATISTIC : undefined;
  const figures = figureAgreement(a, b);
  if (![...a.bulletin.places].some((place) => b.bulletin?.places.has(place))) return 0.02 + 0.05 * figures;
  const same = samePeriod(a.bulletin, b.bulletin);
  if (same === undefined) return 0.15 + 0.6 * figures;
  return same ? 0.75 + 0.25 * figures : 0.03 + 0.1 * figures;
}

/** Undefined when one of the two does not state its hours and the days are no further apart than a day's count is late. */
function samePeriod({ period: x }: BulletinKey, { period: y }: BulletinKey): boolean | undefined {
  if (x.end !== undefined && y.end !== undefined) return x.end === y.end;
  const apart = Math.abs(lastDay(x) - lastDay(y));
  return apart > 1 ? false : undefined;
}

/** The day that a period ends on: 24时 belongs to the day it closes. */
const lastDay = ({ end, day }: StatisticalPeriod): number =>
  end === undefined ? (day ?? 0) : Math.floor((end - 1) / 1440);

const figureAgreement = (a: Profile, b: Profile): number =>
  overlap(a.figures, b.figures) / Math.max(1, Math.min(a.figures.length, b.figures.length));

/** One statistical period, one exact figure, and no two places: the same statistics, in whatever words. */
const isSameStatistic = (a: Profile, b: Profile): boolean =>
  overlap(a.statisticalPeriods, b.statisticalPeriods) > 0 &&
  overlap(a.exactFigures, b.exactFigures) > 0 &&
  regionAgreement(a.regions, b.regions) >= 0;

/** An earthquake felt in two cities is one matter, in however like words they say so. */
function isOtherOfSeries(a: Profile, b: Profile): boolean {
  if (areOtherIssues(a.series, b.series)) return true;
  const wide = a.mainHazards.some((hazard) => isWideHazard(hazard) && b.mainHazards.includes(hazard));
  return !wide && areOtherPlaces(a.series, b.series);
}
