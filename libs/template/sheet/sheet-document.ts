import type { Drawing } from '../chart/index.js';

/** A value of a table: a number stays one in a spreadsheet, and so does an instant. */
export type SheetValue = string | number | Date;

export interface SheetTable {
  readonly title: string;
  readonly note: string | null;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** The sums; null where rows are no parts of a whole. */
  readonly totals: readonly SheetValue[] | null;
  /** The same numbers drawn; its text is the table. */
  readonly drawing: Drawing | null;
}

/** A paper with tables: a report for the file, or for a spreadsheet. */
export interface SheetDocument {
  readonly title: string;
  /** Who says it. */
  readonly author: string;
  /** Period, organ, when and by whom it was made, and the digest: name and value. */
  readonly about: readonly (readonly [name: string, value: SheetValue])[];
  /** Plain sentences before the tables. */
  readonly paragraphs: readonly string[];
  readonly tables: readonly SheetTable[];
}

/** To the minute, as an office here writes it. */
export const valueText = (value: SheetValue): string =>
  value instanceof Date
    ? new Date(value.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    : String(value);

/** A line of what the paper is of; Chinese has a colon of its own. */
export const aboutText = ([name, value]: SheetDocument['about'][number]): string =>
  `${name}${/\p{Script=Han}/u.test(name) ? '：' : ': '}${valueText(value)}`;

/** A column of numbers: its head stands over them, at the right. */
export const isOfNumbers = ({ rows }: SheetTable, column: number): boolean =>
  rows.length > 0 && rows.every((row) => typeof row[column] === 'number');

/** Wider than a page upright can bear. */
export const isWide = ({ tables }: SheetDocument): boolean => tables.some(({ heads }) => heads.length > 8);

/** In columns of a half sign; Chinese signs are two. */
const breadth = (value: SheetValue): number =>
  [...valueText(value)].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 0);

/** How broad each column is of the whole: by what stands in it, long texts in several lines. */
export const sharesOf = ({ heads, rows, totals }: SheetTable): readonly number[] => {
  const [most, least] = [44, 5];
  const needed = heads.map((head, column) => {
    const cells = [...rows, ...(totals === null ? [] : [totals])].map((row) => breadth(row[column] ?? ''));
    // A head may stand in two lines over its numbers.
    return Math.min(most, Math.max(least, Math.ceil(breadth(head) / 2) + 1, ...cells) + 2);
  });
  const whole = needed.reduce((sum, each) => sum + each, 0);
  return needed.map((each) => each / whole);
};
