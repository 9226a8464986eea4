import { fail, ok, type Result } from '@koujing/kernel';
import { z } from 'zod';
import { addDays, daysBetween, isCivilDay, yearOf, type CivilDay } from './civil-day.js';

/** One day on which the State Council's notice departs from the plain week. */
export interface ArrangedDay {
  readonly date: CivilDay;
  /** 春节, 国庆节 … */
  readonly name: string;
  /** A make-up workday (调休上班) or a day off. */
  readonly workday: boolean;
}

/** The arrangement of one year as published; it may rule days in the last week of the year before. */
export interface YearTable {
  readonly year: number;
  /** Addresses of the notices. */
  readonly papers: readonly string[];
  readonly days: readonly ArrangedDay[];
}

export interface TableMistake {
  /** Path of the value, e.g. `days.3.off`. */
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

const day = z.string().refine(isCivilDay, '存在的日期，如 2026-02-15 (a day that exists)');
const holidayCnSchema = z.object({
  year: z.int().min(2000).max(2100),
  papers: z.array(z.string()),
  days: z.array(z.strictObject({ name: z.string().min(1), date: day, isOffDay: z.boolean() })),
});
const range = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?$/u,
    '日期或起止，如 2026-02-15..2026-02-23 (a day or a range)',
  )
  .refine((text) => text.split('..').every(isCivilDay), '存在的日期，如 2026-02-15 (days that exist)');
const ownSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  papers: z.array(z.string()),
  days: z.array(
    z.strictObject({
      name: z.string().min(1),
      off: z.array(range).optional(),
      work: z.array(range).optional(),
    }),
  ),
});

/**
 * Reads a year from a parsed file: our own form (`config/calendars/`) or the JSON of the holiday-cn project,
 * which a clerk can paste as it is. All mistakes at once; a day told twice or far from its year is one.
 */
export const yearTableFrom = (value: unknown): Result<YearTable, readonly TableMistake[]> => {
  const foreign = isForeign(value);
  const read = foreign ? holidayCnSchema.safeParse(value) : ownSchema.safeParse(value);
  if (!read.success)
    return fail(
      read.error.issues.map((issue) => ({
        field: issue.path.join('.') || '（整个文件）',
        found: JSON.stringify(at(value, issue.path)) ?? '（缺）',
        allowed: issue.message,
      })),
    );
  const days = foreign
    ? (read.data as z.infer<typeof holidayCnSchema>).days.map(({ name, date, isOffDay }) => ({
        date,
        name,
        workday: !isOffDay,
      }))
    : (read.data as z.infer<typeof ownSchema>).days.flatMap(({ name, off = [], work = [] }) => [
        ...off.flatMap((text) => spread(text, name, false)),
        ...work.flatMap((text) => spread(text, name, true)),
      ]);
  const { year, papers } = read.data;
  const mistakes = [...misplaced(year, days), ...repeated(days)];
  return mistakes.length > 0 ? fail(mistakes) : ok({ year, papers, days: days.sort(byDate) });
};

const isForeign = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'days' in value &&
  Array.isArray(value.days) &&
  (value.days.length === 0 || 'isOffDay' in Object(value.days[0]));

const spread = (text: string, name: string, workday: boolean): ArrangedDay[] => {
  const [first = '', last = first] = text.split('..');
  return Array.from({ length: Math.max(1, daysBetween(first, last) + 1) }, (_, index) => ({
    date: addDays(first, index),
    name,
    workday,
  }));
};

const byDate = (one: ArrangedDay, other: ArrangedDay): number => (one.date < other.date ? -1 : 1);

/** A year's notice speaks of its own days and of the last days of December before; anything else is a slip of the pen. */
const misplaced = (year: number, days: readonly ArrangedDay[]): TableMistake[] =>
  days
    .filter(({ date }) => yearOf(date) !== year && !date.startsWith(`${year - 1}-12-`))
    .map(({ date }) => ({
      field: `days ${date}`,
      found: date,
      allowed: `${year} 年的日子，或上年 12 月 (a day of ${year} or of the December before)`,
    }));

const repeated = (days: readonly ArrangedDay[]): TableMistake[] => {
  const seen = new Set<CivilDay>();
  return days.flatMap(({ date }) => {
    if (!seen.has(date)) {
      seen.add(date);
      return [];
    }
    return [{ field: `days ${date}`, found: date, allowed: '每天只写一次 (each day once)' }];
  });
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );
