import type { Block, Run } from '@koujing/block';
import { pdfOf, type Content } from './pdf.js';
import {
  aboutLines,
  evenRows,
  pictureLine,
  runText,
  sourceLine,
  type ReleaseDocument,
} from './release-document.js';

/** PDF of a release with its letters embedded (Noto Sans SC, OFL). The same release gives the same bytes. */
export const releasePdf = (release: ReleaseDocument): Promise<Uint8Array> =>
  pdfOf(
    { title: release.title, author: release.organ },
    {
      pageMargins: [72, 72, 72, 72],
      defaultStyle: { font: 'noto', fontSize: 12, lineHeight: 1.5 },
      content: [
        { text: release.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 8] },
        ...aboutLines(release).map((text) => ({ text, fontSize: 10, alignment: 'center' })),
        { text: '', margin: [0, 0, 0, 12] },
        ...release.blocks.map(blockOf),
        { text: sourceLine(release), fontSize: 10, margin: [0, 20, 0, 0] },
      ],
    },
  );

const below = [0, 0, 0, 8] as const;

const blockOf = (block: Block): Content => {
  switch (block.type) {
    case 'heading':
      return { text: runsOf(block.runs), bold: true, fontSize: 17 - block.level, margin: [0, 8, 0, 6] };
    case 'list': {
      const items = block.items.map((runs) => ({ text: runsOf(runs) }));
      return block.ordered ? { ol: items, margin: below } : { ul: items, margin: below };
    }
    case 'table':
      return {
        table: {
          headerRows: block.header ? 1 : 0,
          widths: Array.from({ length: evenRows(block)[0]?.length ?? 1 }, () => '*'),
          body: evenRows(block).map((row) => row.map((runs) => ({ text: runsOf(runs) }))),
        },
        margin: below,
      };
    case 'image':
      return { text: pictureLine(block), margin: below };
    case 'quote':
      return { text: runsOf(block.runs), margin: [24, 0, 0, 8] };
    case 'paragraph':
      return {
        text: runsOf(block.runs),
        margin: below,
        ...(block.align === undefined ? { leadingIndent: 24 } : { alignment: block.align }),
      };
  }
};

const runsOf = (runs: readonly Run[]): Content[] =>
  runs.map((run) => ({ text: runText(run), bold: run.bold ?? false }));
