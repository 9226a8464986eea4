import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Block, Run } from '@koujing/block';
import {
  aboutLines,
  evenRows,
  pictureLine,
  runText,
  sourceLine,
  type ReleaseDocument,
} from './release-document.js';

/** 仿宋 at 16 pt, as an organ's texts are set; where it is missing, Word takes its own Chinese face. */
const face = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;
const bodySize = 32;

/** Dates inside the file: fixed, because the file's digest is approved with the text. */
const noDate = '2000-01-01T00:00:00Z';
const noZipDate = new Date(1980, 0, 1);

/** Word document of a release. The same release gives the same bytes. */
export const releaseDocx = async (release: ReleaseDocument): Promise<Uint8Array> => {
  const packed = await Packer.toBuffer(
    new Document({
      title: release.title,
      creator: release.organ,
      lastModifiedBy: release.organ,
      numbering: {
        config: [{ reference: 'ordered', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
      },
      styles: { default: { document: { run: { font: face, size: bodySize } } } },
      sections: [{ children: childrenOf(release) }],
    }),
  );
  return dateless(packed);
};

const childrenOf = (release: ReleaseDocument) => [
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: release.title, bold: true, size: 44 })],
  }),
  ...aboutLines(release).map((line) => new Paragraph({ alignment: AlignmentType.CENTER, text: line })),
  ...release.blocks.flatMap(blockOf),
  new Paragraph({ spacing: { before: 400 }, text: sourceLine(release) }),
];

const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const;
const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const blockOf = (block: Block): (Paragraph | Table)[] => {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: runsOf(block.runs) })];
    case 'list':
      return block.items.map((runs) => new Paragraph({ ...markOf(block.ordered), children: runsOf(runs) }));
    case 'table':
      return [tableOf(block)];
    case 'image':
      return [new Paragraph({ text: pictureLine(block) })];
    case 'quote':
      return [new Paragraph({ indent: { left: 640 }, children: runsOf(block.runs) })];
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.align === undefined
            ? { indent: { firstLine: 2 * bodySize * 10 } }
            : { alignment: aligned[block.align] }),
          children: runsOf(block.runs),
        }),
      ];
  }
};

const markOf = (ordered: boolean) =>
  ordered ? { numbering: { reference: 'ordered', level: 0 } } : { bullet: { level: 0 } };

const runsOf = (runs: readonly Run[]): TextRun[] =>
  runs.map(
    (run) => new TextRun({ text: runText(run), bold: run.bold ?? false, italics: run.italic ?? false }),
  );

const tableOf = (block: Extract<Block, { type: 'table' }>): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: evenRows(block).map(
      (cells, row) =>
        new TableRow({
          tableHeader: block.header && row === 0,
          children: cells.map(
            (runs) => new TableCell({ children: [new Paragraph({ children: runsOf(runs) })] }),
          ),
        }),
    ),
  });

/** The library writes the hour of packing into the properties and into every entry of the archive. */
const dateless = (packed: Uint8Array): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(packed))) {
    const content =
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${noDate}`))
        : bytes;
    entries[name] = [content, { mtime: noZipDate, level: 6 }];
  }
  return zipSync(entries);
};
