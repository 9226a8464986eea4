import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Drawing } from '../chart/index.js';
import { dateless, face } from '../document/dateless.js';
import { drawingPng, drawingSvg } from './drawing-picture.js';
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

/** 10.5 pt (五号) in tables, as offices here set them. */
const [bodySize, tableSize] = [24, 21];

/** Word document of a report: each chart as SVG, with a picture for readers of before 2016, over its table. */
export const sheetDocx = async (sheet: SheetDocument): Promise<Uint8Array> =>
  dateless(
    await Packer.toBuffer(
      new Document({
        ...{ title: sheet.title, creator: sheet.author, lastModifiedBy: sheet.author },
        styles: { default: { document: { run: { font: face, size: bodySize } } } },
        sections: [
          {
            properties: {
              page: {
                size: { orientation: isWide(sheet) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
                margin: { top: 1100, bottom: 1100, left: 1100, right: 1100 },
              },
            },
            children: childrenOf(sheet),
          },
        ],
      }),
    ),
  );

const childrenOf = (sheet: SheetDocument) => [
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: sheet.title, bold: true, size: 36 })],
  }),
  ...sheet.about.map(
    (line) => new Paragraph({ children: [new TextRun({ text: aboutText(line), size: tableSize })] }),
  ),
  ...sheet.paragraphs.map((text) => new Paragraph({ spacing: { before: 120 }, text })),
  ...sheet.tables.flatMap((table) => partsOf(table, across(sheet))),
];

/** Between the margins of a page, in twentieths of a point. */
const across = (sheet: SheetDocument): number => (isWide(sheet) ? 16_838 : 11_906) - 2 * 1_100;

const partsOf = (table: SheetTable, width: number): (Paragraph | Table)[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 320, after: 80 },
    children: [new TextRun({ text: table.title, bold: true, size: 28, color: '1c2430' })],
  }),
  ...(table.note ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => new Paragraph({ keepNext: true, children: [new TextRun({ text: line, size: 18 })] })),
  ...(table.drawing === null ? [] : [pictureOf(table.drawing, table.title)]),
  tableOf(table, width),
];

const pictureOf = (drawing: Drawing, title: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 80, after: 120 },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(drawingSvg(drawing, title)),
        transformation: { width: Math.round(drawing.width), height: Math.round(drawing.height) },
        fallback: { type: 'png', data: Buffer.from(drawingPng(drawing)) },
        altText: { title, description: `${title}（数字见下表）`, name: title },
      }),
    ],
  });

const tableOf = (table: SheetTable, width: number): Table => {
  const { heads, rows, totals } = table;
  const widths = sharesOf(table).map((share) => Math.floor(share * width));
  const numbers = heads.map((_, at) => isOfNumbers(table, at));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: [
      rowOf(heads, { widths, numbers, header: true }),
      ...rows.map((row) => rowOf(row, { widths, numbers })),
      ...(totals === null ? [] : [rowOf(totals, { widths, numbers, strong: true })]),
    ],
  });
};

const rowOf = (
  values: readonly SheetValue[],
  look: {
    readonly widths: readonly number[];
    readonly numbers: readonly boolean[];
    readonly header?: boolean;
    readonly strong?: boolean;
  },
): TableRow => {
  const { widths, numbers, header = false, strong = false } = look;
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: values.map(
      (value, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          ...(header ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'eef1f7' } } : {}),
          children: [
            new Paragraph({
              alignment: numbers[at] === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [new TextRun({ text: valueText(value), bold: header || strong, size: tableSize })],
            }),
          ],
        }),
    ),
  });
};
