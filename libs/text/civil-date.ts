import { readNumeral } from './numeral.js';

/** A civil date in the city's calendar; parts that the text leaves open are absent. */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** The moment that relative dates count from: the civil date and minute of publication. */
export interface PublicationMoment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly minute: number;
}

const dayMs = 86_400_000;
/** China keeps one zone all year, without summer time. */
const shanghaiOffsetMs = 8 * 3_600_000;

/** Reads an ISO instant with offset as Shanghai civil time; null for null or an unreadable one. */
export const publicationMoment = (iso: string | null): PublicationMoment | null => {
  if (iso === null) return null;
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return null;
  const local = new Date(instant + shanghaiOffsetMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
};

/** Days since 1970-01-01 of a full civil date. */
export const dayNumber = (date: Required<PartialDate>): number =>
  Math.round(Date.UTC(date.year, date.month - 1, date.day) / dayMs);

export const dateOfDayNumber = (number: number): Required<PartialDate> => {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

export const isFullDate = (date: PartialDate): date is Required<PartialDate> =>
  date.year !== undefined && date.month !== undefined && date.day !== undefined;

/** Releases speak of days around their publication: a month more than seven months ahead was last year's. */
const furthestAheadMonths = 7;
/** In December 1月 is the coming January; in October it is the one past. */
const furthestBackMonths = 9;

/** Fills open parts from an earlier date in the text, else from the publication. */
export const completed = (
  date: PartialDate,
  earlier: PartialDate | null,
  now: PublicationMoment | null,
): PartialDate => {
  if (date.month === undefined && date.day !== undefined) {
    const month = earlier?.month ?? now?.month;
    if (month === undefined) return date;
    const year = earlier?.month === undefined ? undefined : earlier.year;
    return completed({ ...(year !== undefined && { year }), ...date, month }, earlier, now);
  }
  if (date.year !== undefined || date.month === undefined) return date;
  if (earlier?.year !== undefined && now === null) return { ...date, year: earlier.year };
  if (now === null) return date;
  const ahead = date.month - now.month;
  const year = now.year + (ahead > furthestAheadMonths ? -1 : ahead < -furthestBackMonths ? 1 : 0);
  return { ...date, year };
};

/** Dates that may be the same day: every part that both state is equal. */
export const mayBeSameDate = (one: PartialDate, other: PartialDate): boolean =>
  (['year', 'month', 'day'] as const).every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );

const pad = (number: number): string => String(number).padStart(2, '0');

/** 2026-02-05, 02-05 or 5日, as much as is known. */
export const writeDate = (date: PartialDate): string => {
  if (date.month === undefined) return date.day === undefined ? `${date.year ?? ''}年` : `${date.day}日`;
  const head = date.year === undefined ? '' : `${date.year}-`;
  return `${head}${pad(date.month)}${date.day === undefined ? '' : `-${pad(date.day)}`}`;
};

/** What `writeDate` wrote, as a person reads it: 2026-12-31 → 2026年12月31日, 12-05 → 12月5日. */
export const dateInWords = (written: string): string =>
  written.replace(
    /^(?:(\d{4})-)?(\d{2})(?:-(\d{2}))?$/u,
    (_all, year: string | undefined, month: string, day: string | undefined) =>
      `${year === undefined ? '' : `${year}年`}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`,
  );

export const numberIn = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined;
  return readNumeral(text)?.value;
};
