import { mayBeSamePlace, placesIn } from '@koujing/text';
import type { PlaceMention } from '@koujing/text';
import { titleSimilarity } from '../title-similarity.js';
import { disjoint } from './overlap.js';
import { districtsIn } from './slots.js';

/** The marks by which issues of one series differ: month, quarter, half-year, week, issue, day. */
const PERIOD =
  /(?:\d{4}年)?(?:\d{1,2}(?:-\d{1,2})?月份?(?:\d{1,2}日)?|(?:第?[一二三四]季度)|上半年|下半年|全年)|第\s*[\d一二三四五六七八九十百]+\s*(?:周|期|次|批|号|轮|场|届)|\d{4}年|\d{1,2}日/gu;
/** Two titles alike once their periods are taken out are two issues of one series. */
const SAME_SERIES = 0.8;

const periodsOf = (title: string): ReadonlySet<string> =>
  new Set([...title.matchAll(PERIOD)].map(([period]) => period.replace(/\s/g, '')));

/** Two issues of one series for two periods: 9月份…情况 and 10月份…情况, 第3批 and 第4批. */
export function areOtherIssues(a: string, b: string): boolean {
  const x = periodsOf(a);
  const y = periodsOf(b);
  if (
    x.size === 0 ||
    y.size === 0 ||
    [...x].every((period) => y.has(period)) ||
    [...y].every((period) => x.has(period))
  )
    return false;
  return titleSimilarity(a.replace(PERIOD, ''), b.replace(PERIOD, '')) >= SAME_SERIES;
}

/** The same act in the same words of two places: 吉林启动一级响应, 广西启动一级响应; 东山区…进展, 西河区…进展. */
export function areOtherPlaces(a: string, b: string): boolean {
  const x = placesIn(a);
  const y = placesIn(b);
  const apart =
    x.length > 0 && y.length > 0 && !x.some((one) => y.some((other) => mayBeSamePlace(one, other)));
  if (!apart && !disjoint(districtsIn(a), districtsIn(b))) return false;
  return titleSimilarity(without(a, x), without(b, y)) >= SAME_ACT;
}

/** Lower than for issues: without the place little is left but the act. */
const SAME_ACT = 0.6;

function without(title: string, places: readonly PlaceMention[]): string {
  let rest = title;
  for (const name of [...places.map((place) => place.name), ...districtsIn(title)])
    rest = rest.replace(name, '');
  return rest;
}
