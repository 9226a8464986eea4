/** The release text's block model: the only form in which text is stored; every channel renders from it. */
export type Block =
  | {
      readonly type: 'paragraph';
      readonly runs: readonly Run[];
      readonly align?: 'left' | 'center' | 'right';
    }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly Run[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly type: 'quote'; readonly runs: readonly Run[] }
  | {
      readonly type: 'table';
      readonly header: boolean;
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly type: 'image'; readonly assetSha256: string; readonly alt: string; readonly caption?: string };

/** A stretch of text with one set of marks. Links are http(s), tel or mailto only. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
}

/** Plain text, one paragraph a line, as the detector and the text channels read it. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((line) => line !== '')
    .join('\n');

/** Paragraphs from plain text; blank lines separate nothing. */
export const blocksFromText = (text: string): Block[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', runs: [{ text: line }] }));

const runText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runText(block.runs);
    case 'list':
      return block.items.map(runText).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(runText).join('\t')).join('\n');
    case 'image':
      return block.caption ?? '';
  }
};
