import { csvText } from '@koujing/text';
import { valueText, type SheetDocument, type SheetValue } from './sheet-document.js';

/** What it is about, then each table. */
export const sheetCsv = ({ title, about, paragraphs, tables }: SheetDocument): Uint8Array => {
  const lines: readonly (readonly SheetValue[])[] = [
    [title],
    ...about,
    ...paragraphs.map((paragraph) => [paragraph]),
    ...tables.flatMap((table) => [
      [],
      [table.title],
      ...(table.note === null ? [] : [[table.note]]),
      table.heads,
      ...table.rows,
      ...(table.totals === null ? [] : [table.totals]),
    ]),
  ];
  return new TextEncoder().encode(csvText(lines.map((line) => line.map(valueText))));
};
