import writeXlsx, { type Cell, type Sheet } from 'write-excel-file/node';
import { valueText, type SheetDocument, type SheetTable, type SheetValue } from './sheet-document.js';

const shown = (value: SheetValue, look: object = {}): Cell => {
  if (typeof value === 'number') return { value, type: Number, ...look };
  if (value instanceof Date)
    return { value: atTheWall(value), type: Date, format: 'yyyy-mm-dd hh:mm', ...look };
  // Told to be a text, it is none that a spreadsheet would reckon with.
  return { value, type: String, wrap: true, ...look };
};

/** A spreadsheet knows no zones: it shows the hour of this city. */
const atTheWall = (instant: Date): Date => new Date(instant.getTime() + 8 * 3_600_000);

const strong = { fontWeight: 'bold' } as const;

/** A sheet each for what it is about and for every table; numbers and instants keep their types. */
export const sheetXlsx = async (document: SheetDocument): Promise<Uint8Array> => {
  const about: Sheet<never> = {
    sheet: '说明',
    columns: [{ width: 18 }, { width: 80 }],
    data: [
      [shown(document.title, { ...strong, fontSize: 14 })],
      ...document.about.map(([name, value]) => [shown(name, strong), shown(value)]),
      ...document.paragraphs.map((paragraph) => [shown(paragraph)]),
    ],
  };
  return new Uint8Array(await writeXlsx([about, ...document.tables.map(sheetOf)]).toBuffer());
};

const sheetOf = ({ title, note, heads, rows, totals }: SheetTable, at: number): Sheet<never> => ({
  sheet: nameOf(title, at),
  stickyRowsCount: note === null ? 2 : 3,
  columns: heads.map((head, column) => ({ width: widest([head, ...rows.map((row) => row[column] ?? '')]) })),
  data: [
    [shown(title, { ...strong, wrap: false })],
    ...(note === null ? [] : [[shown(note, { wrap: false })]]),
    heads.map((head) => shown(head, { ...strong, backgroundColor: '#eef1f7' })),
    ...rows.map((row) => row.map((value) => shown(value))),
    ...(totals === null ? [] : [totals.map((value) => shown(value, strong))]),
  ],
});

/** Thirty-one signs at most, and none that a spreadsheet reads as something else; the number keeps names apart. */
const nameOf = (title: string, at: number): string =>
  `${at + 1} ${title.replace(/[\\/?*[\]:'：]+/gu, ' ')}`.slice(0, 31).trim();

/** Chinese signs are two wide. */
const widest = (values: readonly SheetValue[]): number =>
  Math.min(
    60,
    Math.max(
      8,
      ...values.map((value) => [...valueText(value)].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 2)),
    ),
  );
