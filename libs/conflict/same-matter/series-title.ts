import { mayBeSamePlace } from '@koujing/text';
import type { PlaceMention } from '@koujing/text';
import { titleSimilarity } from '../title-similarity.js';
import { disjoint, isSubset, keySet, type KeySet } from './key-set.js';
import { districtsIn } from './slots.js';

/** A title taken apart into what varies between the issues of a series and what stays; worked out once per release. */
export interface SeriesTitle {
  readonly periods: KeySet;
  readonly withoutPeriods: string;
  readonly places: readonly PlaceMention[];
  readonly districts: KeySet;
  readonly withoutPlaces: string;
}

/** The marks by which issues of one series differ: month, quarter, half-year, week, issue, day. */
const PERIOD =
  /(?:\d{4}年)?(?:\d{1,2}(?:-\d{1,2})?月份?(?:\d{1,2}日)?|(?:第?[一二三四]季度)|上半年|下半年|全年)|第\s*[\d一二三四五六七八九十百]+\s*(?:周|期|次|批|号|轮|场|届)|\d{4}年|\d{1,2}日/gu;
/** Two titles alike once their periods are taken out are two issues of one series. */
const SAME_SERIES = 0.8;
/** Lower than for issues: without the place little is left but the act. */
const SAME_ACT = 0.6;

/** `title` normalised, with the places named in it. */
export function seriesTitle(title: string, places: readonly PlaceMention[]): SeriesTitle {
  const districts = districtsIn(title, places);
  let withoutPlaces = title;
  for (const name of [...places.map((place) => place.name), ...districts])
    withoutPlaces = withoutPlaces.replace(name, '');
  return {
    periods: keySet([...title.matchAll(PERIOD)].map(([period]) => period.replace(/\s/g, ''))),
    withoutPeriods: title.replace(PERIOD, ''),
    places,
    districts: keySet(districts),
    withoutPlaces,
  };
}

/** Two issues of one series for two periods: 9月份…情况 and 10月份…情况, 第3批 and 第4批. */
export function areOtherIssues(
  { periods: x, withoutPeriods: a }: SeriesTitle,
  { periods: y, withoutPeriods: b }: SeriesTitle,
): boolean {
  if (x.length === 0 || y.length === 0 || isSubset(x, y) || isSubset(y, x)) return false;
  return titleSimilarity(a, b) >= SAME_SERIES;
}

/** The same act in the same words of two places: 吉林启动一级响应, 广西启动一级响应; 东山区…进展, 西河区…进展. */
export function areOtherPlaces(a: SeriesTitle, b: SeriesTitle): boolean {
  const placed = a.places.length > 0 && b.places.length > 0;
  const apart = placed && !a.places.some((one) => b.places.some((other) => mayBeSamePlace(one, other)));
  return (
    (apart || disjoint(a.districts, b.districts)) &&
    titleSimilarity(a.withoutPlaces, b.withoutPlaces) >= SAME_ACT
  );
}
