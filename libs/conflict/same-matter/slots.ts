import {
  datesIn,
  dayNumber,
  isFullDate,
  liesIn,
  narrowestOf,
  placesIn,
  type Division,
  type PublicationMoment,
} from '@koujing/text';
import { countriesIn } from './countries.js';

/** A division of the country, or the name of a foreign one. */
export type Region = Division | string;

const FIGURE = /\d+(?:\.\d+)?(?:万|亿)?(?:余|多)?(?:[\p{Script=Han}]|%|℃)/gu;
const CALENDAR = /[年月日号时点分秒]$/u;

/** `22人`, `4.2元`: figures with their unit; calendar figures say nothing about the matter. */
export const figuresIn = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(FIGURE) ?? [])
      .filter((figure) => !CALENDAR.test(figure))
      .map((figure) => figure.replace(/[余多]/u, '')),
  );

/** Days named, as day numbers; the day of publication when none is named. Undated texts count in a year of their own. */
export function daysIn(text: string, moment: PublicationMoment | null): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { date } of datesIn(text, moment)) {
    if (isFullDate(date)) days.add(dayNumber(date));
    else if (date.month !== undefined && date.day !== undefined)
      days.add(dayNumber({ year: 1970, month: date.month, day: date.day }));
  }
  if (days.size === 0 && moment !== null) days.add(dayNumber(moment));
  return days;
}

/** Where it happened, as narrow as stated: an outer name beside its inner one is left out. */
export function regionsIn(text: string): ReadonlySet<Region> {
  const divisions = new Set<Division>();
  for (const mention of placesIn(text)) {
    const division = narrowestOf(mention);
    if (division !== null) divisions.add(division);
  }
  const regions = new Set<Region>(countriesIn(text));
  for (const one of divisions)
    if (![...divisions].some((other) => other !== one && liesIn(other, one))) regions.add(one);
  return regions;
}

/** 0 nothing in common, 0.3 one province, 0.7 one prefecture or country, 1 one county; -1 both placed, and apart. */
export function regionAgreement(a: ReadonlySet<Region>, b: ReadonlySet<Region>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let best = -1;
  for (const x of a) for (const y of b) best = Math.max(best, agreement(x, y));
  return best;
}

function agreement(x: Region, y: Region): number {
  if (typeof x === 'string' || typeof y === 'string') return x === y ? 0.7 : -1;
  const outer = liesIn(x, y) ? y : liesIn(y, x) ? x : undefined;
  if (outer === undefined) return -1;
  return [0, 0.3, 0.7, 1][outer.level] as number;
}
