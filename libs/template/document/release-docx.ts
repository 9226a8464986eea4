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
import type { Block, Run } from '@koujing/block';
import { dateless, face } from './dateless.js';
import {
  aboutLines,
  evenRows,
  pictureLine,
  runText,
  sourceLine,
  type ReleaseDocument,
} from './release-document.js';

/** 16 pt, as an organ's texts are set. */
const bodySize = 32;

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
