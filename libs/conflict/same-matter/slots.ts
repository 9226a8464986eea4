import { datesIn, liesIn, narrowestOf, placesIn, timesIn } from '@koujing/text';
import type { Division, PlaceMention, PublicationMoment } from '@koujing/text';
import { countriesIn } from './countries.js';
import type { KeySet } from './key-set.js';

/** More places or days than this make a list of many matters; what comes later is left out. */
const MOST = 24;

/** A division of the country, or the name of a foreign one. */
export type Region = Division | string;

const FIGURE = /\d+(?:\.\d+)?(?:万|亿)?(?:余|多)?(?:[\p{Script=Han}]|%|℃)/gu;
const CALENDAR = /[年月日号时点分秒]$/u;

/** `22人`, `4.2元`: figures with their unit; calendar figures say nothing about the matter. */
export const figuresIn = (text: string): ReadonlySet<string> =>
  new Set(
    (text.replace(/摄氏度|°c/g, '℃').match(FIGURE) ?? [])
      .filter((figure) => !CALENDAR.test(figure))
      .map((figure) => figure.replace(/[余多]/u, '')),
  );

/** 962.7亿元, 3145人: a figure of three digits and more seldom stands in two matters; a year is none. */
export const exactFigures = (figures: Iterable<string>): readonly string[] =>
  [...figures].filter((figure) => {
    const digits =
      /^[\d.]+/
        .exec(figure)?.[0]
        .replace('.', '')
        .replace(/^0+|0+$/g, '') ?? '';
    return digits.length >= 3;
  });

const STATISTICAL_PERIOD =
  /前[二三]季度|第?[一二三四]季度|上半年|下半年|1至\d{1,2}月|1-\d{1,2}月|(?<!\d)\d{1,2}月份/gu;

/** The periods that a text's statistics are for: 前三季度, 上半年, 1-9月. */
export const statisticalPeriods = (text: string): readonly string[] => [
  ...new Set(text.match(STATISTICAL_PERIOD)),
];

/** A toll as of a later day says little about the day of the event. */
const AS_OF = /截[至止]/u;

/** Days named, as month × 100 + day, month 0 where it is left open; those of an as-of phrase only when there are no others. */
export function daysIn(text: string, moment: PublicationMoment | null): ReadonlySet<number> {
  const days = new Set<number>();
  const asOf = new Set<number>();
  for (const { date, start } of datesIn(text, moment)) {
    if (date.day === undefined) continue;
    const later = AS_OF.test(text.slice(Math.max(0, start - 4), start));
    (later ? asOf : days).add((date.month ?? 0) * 100 + date.day);
    if (days.size >= MOST) break;
  }
  return days.size > 0 ? days : asOf;
}

/** Days between the nearest of both, 0 for the same day; null when one names none. An open month fits every month. */
export function daysApart(a: KeySet, b: KeySet): number | null {
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

/** Days named that are not the day of publication or beside it. */
export const plannedDays = (days: Iterable<number>, moment: PublicationMoment | null): Iterable<number> =>
  moment === null
    ? days
    : new Set(
        [...days].filter(
          (day) => day >= 100 && Math.abs(dayOfYear(day) - dayOfYear(moment.month * 100 + moment.day)) > 1.5,
        ),
      );

const dayOfYear = (day: number): number => (Math.floor(day / 100) - 1) * 30.44 + (day % 100);

/** Moments to the minute (12时25分): two texts that share one speak of one event. */
export const clocksIn = (text: string): ReadonlySet<number> =>
  new Set(
    timesIn(text).flatMap((time) =>
      time.wholeHour || time.minute % 30 === 0 ? [] : [time.halfDayOpen ? time.minute % 720 : time.minute],
    ),
  );

/** Where it happened, as narrow as stated: an outer name beside its inner one is left out. */
export function regionsOf(text: string, places: readonly PlaceMention[]): readonly Region[] {
  const divisions = new Set<Division>();
  for (const mention of places) {
    const division = narrowestOf(mention);
    if (division !== null) divisions.add(division);
    if (divisions.size >= MOST) break;
  }
  const named = [...divisions];
  return [
    ...countriesIn(text),
    ...named.filter((one) => !named.some((other) => other !== one && liesIn(other, one))),
  ];
}

export const regionsIn = (text: string): readonly Region[] => regionsOf(text, placesIn(text));

/** 0 nothing in common, 0.3 one province, 0.7 one prefecture or country, 1 one county; -1 both placed, and apart. */
export function regionAgreement(a: readonly Region[], b: readonly Region[]): number {
  if (a.length === 0 || b.length === 0) return 0;
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
export function nationsApart(a: readonly Region[], b: readonly Region[]): boolean {
  const x = nations(a);
  const y = nations(b);
  return x.size > 0 && y.size > 0 && ![...x].some((nation) => y.has(nation));
}

const HOME = '中国';
const AT_HOME: ReadonlySet<Region> = new Set<Region>(['香港', '澳门', '台湾']);

const nations = (regions: readonly Region[]): ReadonlySet<string> =>
  new Set(regions.map((region) => (typeof region !== 'string' || AT_HOME.has(region) ? HOME : region)));

const DISTRICT = /([\p{Script=Han}])([\p{Script=Han}])([区县])(?![域别分位块])/gu;
/** 城区, 灾区, 全县, 该区 …: kinds of area, no names. */
const NO_DISTRICT =
  /[地城市小社景灾园辖片库各全我该疫战厂院校学区本县郊矿林牧禁险新特专限时两多炸震染控毁难住峡海沙流湖商军防]$/u;
/** Prepositions and verbs before a name of one character: 对文县, 赴临县. */
const NO_NAME_HEAD = /[对在于向往到至从由与和及赴被把将入抵达是的个]/u;
const STREET =
  /([\p{Script=Han}]{2})(大道|路|街|巷|桥|村|镇|乡|街道|社区|小区|广场|隧道|立交)(?![口线面段灯况])/gu;
const NO_STREET = /(?:道|公|铁|马|网|线|思|套|高速公|一|门|出|退|通|进|来|多|条|[得能可准许]上|下|沿|半)$/u;

/** Districts and counties by their suffix, so that those of a city outside the gazetteer count too. */
export function districtsIn(text: string, places: readonly PlaceMention[]): ReadonlySet<string> {
  const districts = new Set<string>();
  const kept: (readonly [number, number])[] = [];
  for (const { name, start, end } of places) {
    if (/[区县]$/u.test(name)) districts.add(name);
    if (name.length > 2 || /[区县]$/u.test(name)) kept.push([start, end]);
  }
  const masked = blanked(text, kept);
  for (const [, first = '', second = '', suffix = ''] of masked.matchAll(DISTRICT))
    if (!NO_NAME_HEAD.test(first) && (!NO_DISTRICT.test(second) || /山区$/.test(second + suffix)))
      districts.add(first + second + suffix);
  return districts;
}

/** Spaces over the spans, which are in order. */
function blanked(text: string, spans: readonly (readonly [number, number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** 理塘县 → 理塘: how later reports call the place that the first one named in full. */
export const bareNames = (regions: readonly Region[]): readonly string[] =>
  regions.flatMap((region) => {
    if (typeof region === 'string' || region.level < 3) return [];
    const bare = region.name.replace(/(?:(?:满|回|藏|羌|彝|苗|侗|壮|白|傣)族)*(?:自治)?[区县市旗]$/u, '');
    return bare.length >= 2 && bare.length < region.name.length ? [bare] : [];
  });

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

/** 台风“格美”, 台风格美: a named storm is one event wherever it is told. */
export const typhoonsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text.matchAll(
        /(?:台风|热带风暴)(?:中心)?(?:["“]([\p{Script=Han}]{2,4})["”]|([\p{Script=Han}]{2,3})(?=登陆|路径|来袭|影响|逼近|入|将|已|在|,|，|。|$))|["“]([\p{Script=Han}]{2,4})["”](?=将|已|在|逼近|登陆|来袭|带来|影响|携|过境|的(?:中心|外围|残余))/gu,
      ),
    ]
      .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      .filter((name) => /台风|风暴/u.test(text) && !NO_NAME.test(name)),
  );

const NO_NAME = /预警|天气|中心|来临|影响|登陆|路径|强度|可能|目前|今年|或将|即将/u;

/** Names of works, ships, animals, campaigns: “圆梦”, 《哪吒》. */
export const quotedIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/["“《「]([\p{Script=Han}a-z0-9]{2,12})["”》」]/gu)].map((match) => match[1] ?? ''),
  );
