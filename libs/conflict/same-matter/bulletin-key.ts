import { datesIn, dayNumber, isFullDate, placesIn, timesIn } from '@koujing/text';
import type { DateMention, Division, PublicationMoment, TimeMention } from '@koujing/text';

/** Place × statistical period: what one issue of a periodic bulletin is about (DETECTION.md, "Same matter"). */
export interface BulletinKey {
  /** `全国`, or the divisions that the first place named may mean (吉林: province or city). */
  readonly places: ReadonlySet<string>;
  readonly period: StatisticalPeriod;
}

/** Minutes since 1970; without hours only the day is known. */
export interface StatisticalPeriod {
  readonly start?: number;
  readonly end?: number;
  readonly day?: number;
}

export interface BulletinText {
  readonly organ: string;
  readonly title: string;
  readonly text: string;
  readonly moment: PublicationMoment | null;
}

const COUNTED = /新增|累计|现有|又有|共有|环比|同比/u;
const SERIES = /病例|确诊|疑似|出院|密切接触|医学观察/u;
const NATIONAL = /全国|31个?省|国家卫健委|国家卫生健康委/u;
/** The period stands in the head; what follows are its figures. */
const HEAD = 600;

/** Undefined for anything but an issue of a periodic bulletin. */
export function bulletinKeyOf(source: BulletinText): BulletinKey | undefined {
  if (!COUNTED.test(source.text) || !SERIES.test(source.text)) return undefined;
  const places = placesOf(source);
  const period = periodOf(source.text.slice(0, HEAD), source.moment);
  return places === undefined || period === undefined ? undefined : { places, period };
}

function placesOf({ title, organ, text }: BulletinText): ReadonlySet<string> | undefined {
  if (NATIONAL.test(title)) return new Set(['全国']);
  const body = text.slice(title.length + 1, title.length + 200);
  for (const source of [title, body, organ]) {
    const divisions = placesIn(source)[0]?.divisions ?? [];
    if (divisions.length > 0) return new Set(wholeProvince(divisions, text).map((division) => division.name));
    if (NATIONAL.test(source)) return new Set(['全国']);
  }
  return undefined;
}

/** 吉林 with 全省 beside it is the province. */
function wholeProvince(divisions: readonly Division[], text: string): readonly Division[] {
  const provinces = divisions.filter((division) => division.level === 1);
  return provinces.length > 0 && text.includes('全省') ? provinces : divisions;
}

function periodOf(head: string, moment: PublicationMoment | null): StatisticalPeriod | undefined {
  const dates = datesIn(head, moment);
  const times = timesIn(head);
  let day: number | undefined;
  for (const date of dates) {
    const own = dayOf(date);
    if (own === undefined) continue;
    const [first, second] = timesAfter(date.end, times, head);
    if (first === undefined) {
      day ??= own;
      continue;
    }
    const start = own * 1440 + first.minute;
    if (second !== undefined) return { start, end: own * 1440 + second.minute };
    const other = dates.find((next) => next.start >= first.end && next.start - first.end <= 2);
    const otherDay = other === undefined ? undefined : dayOf(other);
    const [last] = other === undefined ? [] : timesAfter(other.end, times, head);
    return otherDay !== undefined && last !== undefined
      ? { start, end: otherDay * 1440 + last.minute }
      : { end: start };
  }
  if (day !== undefined) return { day };
  return moment === null ? undefined : { day: dayNumber(moment) };
}

const dayOf = ({ date }: DateMention): number | undefined => (isFullDate(date) ? dayNumber(date) : undefined);

/** At most two times of day right behind a date: `0时至24时`, `0-24时`, `24时`. */
function timesAfter(from: number, times: readonly TimeMention[], text: string): readonly TimeMention[] {
  const found: TimeMention[] = [];
  let at = from;
  for (const time of times) {
    if (time.start < at) continue;
    if (found.length === 2 || !/^[\s,，(]{0,2}$|^时?[-~至到]{1,2}$/u.test(text.slice(at, time.start))) break;
    found.push(time);
    at = time.end;
  }
  return found;
}
