// The build follows imports alone, so the declarations are named here; an ambient module has nothing to import.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pdfmake.d.ts" />
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Block, Run } from '@koujing/block';
import {
  aboutLines,
  evenRows,
  pictureLine,
  runText,
  sourceLine,
  type ReleaseDocument,
} from './release-document.js';

const require = createRequire(import.meta.url);
const face = (weight: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}.ttf`);
const regular = face('400Regular/NotoSansSC_400Regular');
const bold = face('700Bold/NotoSansSC_700Bold');

// Nothing but the two faces is ever read, and nothing is fetched, whatever a text holds.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
pdfmake.setFonts({ noto: { normal: regular, bold, italics: regular, bolditalics: bold } });

/** A date inside the file: fixed, because the file's digest is approved with the text. */
const noDate = new Date('2000-01-01T00:00:00Z');

/** PDF of a release with its letters embedded (Noto Sans SC, OFL). The same release gives the same bytes. */
export const releasePdf = async (release: ReleaseDocument): Promise<Uint8Array> => {
  const made = pdfmake.createPdf({
    info: {
      title: release.title,
      author: release.organ,
      creator: 'Koujing',
      producer: 'Koujing',
      creationDate: noDate,
      modDate: noDate,
    },
    pageSize: 'A4',
    pageMargins: [72, 72, 72, 72],
    defaultStyle: { font: 'noto', fontSize: 12, lineHeight: 1.5 },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      fontSize: 9,
    }),
    content: [
      { text: release.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 8] },
      ...aboutLines(release).map((text) => ({ text, fontSize: 10, alignment: 'center' })),
      { text: '', margin: [0, 0, 0, 12] },
      ...release.blocks.map(blockOf),
      { text: sourceLine(release), fontSize: 10, margin: [0, 20, 0, 0] },
    ],
  });
  return new Uint8Array(await made.getBuffer());
};

type Content = Readonly<Record<string, unknown>>;
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
