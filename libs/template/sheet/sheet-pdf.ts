import { pdfOf, type Content, type PagesOf } from '../document/pdf.js';
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

/**
 * PDF of a report with its letters embedded: each chart over its table. The same report, the same bytes. `told` hears where the last
 * row and the sums of each table came to stand, each time that it is laid out.
 */
export const sheetPdf = async (
  sheet: SheetDocument,
  told: (pages: PagesOf) => void = () => undefined,
): Promise<Uint8Array> => {
  const turned = new Set<number>();
  // Each turn moves what follows: laid out again until no sum stands alone, at the most once for each table.
  for (;;) {
    let lonely = -1;
    const bytes = await laidOut(sheet, turned, (pages) => {
      told(pages);
      lonely = sheet.tables.findIndex((_, at) => isLonely(at, pages) && !turned.has(at));
    });
    if (lonely === -1) return bytes;
    turned.add(lonely);
  }
};

/** A table's sums at the head of a page are sums of nothing. */
const isLonely = (at: number, pages: PagesOf): boolean =>
  pages.get(`last-${at}`) !== pages.get(`sums-${at}`) && pages.has(`sums-${at}`);

const laidOut = (
  sheet: SheetDocument,
  turned: ReadonlySet<number>,
  told: (pages: PagesOf) => void,
): Promise<Uint8Array> =>
  pdfOf(
    sheet,
    {
      pageOrientation: isWide(sheet) ? 'landscape' : 'portrait',
      pageMargins: [48, 48, 48, 48],
      defaultStyle: { font: 'noto', fontSize: 10, lineHeight: 1.3 },
      content: [
        { text: sheet.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 10] },
        ...sheet.about.map((line) => ({ text: aboutText(line), fontSize: 9 })),
        ...sheet.paragraphs.map((text) => ({ text, margin: [0, 6, 0, 0] })),
        ...sheet.tables.flatMap((table, at) =>
          partsOf(table, { at, width: across(sheet), isTurned: turned.has(at) }),
        ),
      ],
    },
    told,
  );

/** Between the margins of a page, in points. */
const across = (sheet: SheetDocument): number => (isWide(sheet) ? 842 : 595) - 96;

/** Padding and line of a cell. */
const around = 8.5;

/** So few rows have room on one page, whatever their cells hold of what is exported. */
const rowsHeld = 8;

interface Setting {
  readonly at: number;
  readonly width: number;
  /** Its last rows go to the next page with its sums, under the heads anew. */
  readonly isTurned: boolean;
}

/** Rows that keep the sums company at the head of a page. */
const rowsBeside = 2;

/** A short table stays with its heading, which would otherwise stand alone at the foot of a page. */
const partsOf = (table: SheetTable, { at, width, isTurned }: Setting): readonly Content[] => {
  if (table.rows.length <= rowsHeld)
    return [{ unbreakable: true, stack: [headingOf(table), gridOf(table, { at, width })] }];
  if (!isTurned) return [headingOf(table), gridOf(table, { at, width })];
  const [head, rest] = [table.rows.slice(0, -rowsBeside), table.rows.slice(-rowsBeside)];
  return [
    headingOf(table),
    gridOf({ ...table, rows: head, totals: null }, { at, width, shape: table }),
    { pageBreak: 'before', stack: [gridOf({ ...table, rows: rest }, { at, width, shape: table })] },
  ];
};

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

interface Grid {
  readonly at: number;
  readonly width: number;
  /** The whole table, where this is a part of it: its columns are as wide as the whole's. */
  readonly shape?: SheetTable;
}

const gridOf = (table: SheetTable, { at: number, width, shape = table }: Grid): Content => ({
  table: {
    headerRows: 1,
    // Heads alone at the foot of a page are heads of nothing.
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: sharesOf(shape).map((share) => share * (width - 1) - around),
    body: [
      table.heads.map((head, at) => ({
        ...{ text: head, bold: true, fillColor: '#eef1f7' },
        alignment: isOfNumbers(shape, at) ? 'right' : 'left',
      })),
      ...table.rows.map((row) =>
        row.map((value, column) => ({
          ...cellOf(value),
          ...(column === 0 && row === shape.rows.at(-1) ? { id: `last-${number}` } : {}),
        })),
      ),
      ...(table.totals === null
        ? []
        : [
            table.totals.map((value, column) => ({
              ...cellOf(value),
              bold: true,
              ...(column === 0 ? { id: `sums-${number}` } : {}),
            })),
          ]),
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
