import type { Block, Run } from '@koujing/block';
import { textOfRuns } from './inline-text.js';

/**
 * The body as a clerk types it, one paragraph a line:
 * `## ` heading (`###`, `####` below it), `- ` and `1. ` lists, `> ` quotation, `| a | b |` table rows
 * (a row of `---` under the header), `〔居中〕`/`〔居右〕`/`〔居左〕` before an aligned line, `![说明](图片摘要)` picture.
 */
const alignments = { center: '〔居中〕', right: '〔居右〕', left: '〔居左〕' } as const;

const looksMarked = /^(?:#{2,4} |- |\d+\. |> |\||!\[|〔居[中右左]〕|\\)/u;

/** A paragraph that happens to begin like a mark is protected by a backslash. */
const paragraphText = (runs: readonly Run[]): string => {
  const text = textOfRuns(runs);
  return looksMarked.test(text) && !text.startsWith('\\') ? `\\${text}` : text;
};

const rowText = (row: readonly (readonly Run[])[]): string => `| ${row.map(textOfRuns).join(' | ')} |`;

const tableText = (block: Extract<Block, { type: 'table' }>): string => {
  const [first, ...rest] = block.rows.map(rowText);
  const rule = `| ${(block.rows[0] ?? []).map(() => '---').join(' | ')} |`;
  return [first, ...(block.header ? [rule] : []), ...rest].join('\n');
};

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return block.align === undefined
        ? paragraphText(block.runs)
        : `${alignments[block.align]}${textOfRuns(block.runs)}`;
    case 'heading':
      return `${'#'.repeat(block.level)} ${textOfRuns(block.runs)}`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${textOfRuns(item)}`)
        .join('\n');
    case 'quote':
      return `> ${textOfRuns(block.runs)}`;
    case 'table':
      return tableText(block);
    case 'image':
      return `![${textOfRuns([{ text: block.alt }])}](${block.assetSha256})${block.caption === undefined ? '' : ` ${block.caption}`}`;
  }
};

/** Blocks as editable text; a blank line between them for the eye. */
export const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n\n');
