import { datesIn, liesIn, narrowestOf, placesIn, timesIn } from '@koujing/text';
import type { Division, PublicationMoment } from '@koujing/text';
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

/** Days named, as month × 100 + day, month 0 where it is left open; the day of publication when none is named. */
export function daysIn(text: string, moment: PublicationMoment | null): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { date } of datesIn(text, moment))
    if (date.day !== undefined) days.add((date.month ?? 0) * 100 + date.day);
  if (days.size === 0 && moment !== null) days.add(moment.month * 100 + moment.day);
  return days;
}

/** Days between the nearest of both, 0 for the same day; null when one names none. An open month fits every month. */
export function daysApart(a: ReadonlySet<number>, b: ReadonlySet<number>): number | null {
  let nearest: number | null = null;
  for (const x of a)
    for (const y of b) {
      const open = x < 100 || y < 100;
      const apart = open ? Math.abs((x % 100) - (y % 100)) : Math.abs(dayOfYear(x) - dayOfYear(y));
      const around = Math.min(apart, (open ? 31 : 365) - apart);
      if (nearest === null || around < nearest) nearest = around;
    }
  return nearest;
}

const dayOfYear = (day: number): number => (Math.floor(day / 100) - 1) * 30.44 + (day % 100);

/** Moments to the minute (12时25分): two texts that share one speak of one event. */
export const clocksIn = (text: string): ReadonlySet<number> =>
  new Set(
    timesIn(text).flatMap((time) =>
      time.wholeHour || time.minute % 30 === 0 ? [] : [time.halfDayOpen ? time.minute % 720 : time.minute],
    ),
  );

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

/** Named abroad and not at all at home, or abroad elsewhere: no weather and no quake is shared. */
export function nationsApart(a: ReadonlySet<Region>, b: ReadonlySet<Region>): boolean {
  const x = nations(a);
  const y = nations(b);
  return x.size > 0 && y.size > 0 && ![...x].some((nation) => y.has(nation));
}

const HOME = '中国';
const AT_HOME: ReadonlySet<Region> = new Set<Region>(['香港', '澳门', '台湾']);

const nations = (regions: ReadonlySet<Region>): ReadonlySet<string> =>
  new Set([...regions].map((region) => (typeof region !== 'string' || AT_HOME.has(region) ? HOME : region)));

const DISTRICT = /([\p{Script=Han}])([\p{Script=Han}])([区县])(?![域别分位块])/gu;
/** 城区, 灾区, 全县, 该区 …: kinds of area, no names. */
const NO_DISTRICT = /[地城市小社景灾园辖片库各全我该疫战厂院校学区本县郊矿林牧禁险新特专限时两多]$/u;
const STREET =
  /([\p{Script=Han}]{2})(大道|路|街|巷|桥|村|镇|乡|街道|社区|小区|广场|隧道|立交)(?![口线面段灯况])/gu;
const NO_STREET = /(?:道|公|铁|马|网|线|思|套|高速公|一|门|出|退|通|进|来|多|条)$/u;

/** Districts and counties by their suffix, so that those of a city outside the gazetteer count too. */
export const districtsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(DISTRICT)].flatMap(([, first = '', second = '', suffix = '']) =>
      NO_DISTRICT.test(second) && !/山区$/.test(second + suffix) ? [] : [first + second + suffix],
    ),
  );

/** Streets, villages, squares: the last two characters before the suffix name them in either wording. */
export const streetsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(STREET)].flatMap(([, name = '', suffix = '']) =>
      NO_STREET.test(name) ? [] : [name + suffix],
    ),
  );

/** 7.1级, 里氏5.6: the strength of an earthquake is its name. */
export const magnitudesIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text.matchAll(
        /(?<![\d.])(\d(?:\.\d)?)级(?=[^。\n]{0,4}(?:地震|余震|强震|左右))|里氏(\d(?:\.\d)?)/gu,
      ),
    ].map((match) => match[1] ?? match[2] ?? ''),
  );
