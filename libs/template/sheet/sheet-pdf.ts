import { pdfOf, type Content } from '../document/pdf.js';
import { drawingSvg } from './drawing-picture.js';
import {
  aboutText,
  isOfNumbers,
  isWide,
  sharesOf,
  valueText,
  type SheetDocument,
  type SheetTable,
  type SheetValue,
} from './sheet-document.js';

/** PDF of a report with its letters embedded: each chart over its table. The same report, the same bytes. */
export const sheetPdf = (sheet: SheetDocument): Promise<Uint8Array> =>
  pdfOf(sheet, {
    pageOrientation: isWide(sheet) ? 'landscape' : 'portrait',
    pageMargins: [48, 48, 48, 48],
    defaultStyle: { font: 'noto', fontSize: 10, lineHeight: 1.3 },
    content: [
      { text: sheet.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 10] },
      ...sheet.about.map((line) => ({ text: aboutText(line), fontSize: 9 })),
      ...sheet.paragraphs.map((text) => ({ text, margin: [0, 6, 0, 0] })),
      ...sheet.tables.flatMap((table) => partsOf(table, across(sheet))),
    ],
  });

/** Between the margins of a page, in points. */
const across = (sheet: SheetDocument): number => (isWide(sheet) ? 842 : 595) - 96;

/** Padding and line of a cell. */
const around = 8.5;

/** So few rows have room on one page, whatever their cells hold of what is exported. */
const rowsHeld = 8;

/** A short table stays with its heading, which would otherwise stand alone at the foot of a page. */
const partsOf = (table: SheetTable, width: number): readonly Content[] =>
  table.rows.length > rowsHeld
    ? [headingOf(table), gridOf(table, width)]
    : [{ unbreakable: true, stack: [headingOf(table), gridOf(table, width)] }];

const headingOf = (table: SheetTable): Content => ({
  // A heading alone at the foot of a page belongs to nothing.
  unbreakable: true,
  stack: [
    { text: table.title, bold: true, fontSize: 13, margin: [0, 16, 0, 2] },
    ...(table.note === null ? [] : [{ text: table.note, fontSize: 8.5, margin: [0, 0, 0, 4] }]),
    ...(table.drawing === null
      ? []
      : [
          {
            svg: drawingSvg(table.drawing, table.title),
            width: Math.min(500, table.drawing.width * 0.75),
            margin: [0, 4, 0, 8],
          },
        ]),
  ],
});

const gridOf = (table: SheetTable, width: number): Content => ({
  table: {
    headerRows: 1,
    // Heads alone at the foot of a page are heads of nothing.
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: sharesOf(table).map((share) => share * (width - 1) - around),
    body: [
      table.heads.map((head, at) => ({
        ...{ text: head, bold: true, fillColor: '#eef1f7' },
        alignment: isOfNumbers(table, at) ? 'right' : 'left',
      })),
      ...table.rows.map((row) => row.map((value) => cellOf(value))),
      ...(table.totals === null ? [] : [table.totals.map((value) => ({ ...cellOf(value), bold: true }))]),
    ],
  },
  layout: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => '#c6cdd9',
    vLineColor: () => '#c6cdd9',
  },
  fontSize: table.heads.length > 12 ? 7.5 : 9,
  margin: [0, 0, 0, 6],
});

const cellOf = (value: SheetValue): Content => ({
  text: valueText(value),
  alignment: typeof value === 'number' ? 'right' : 'left',
});
