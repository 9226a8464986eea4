import { escaped } from '@koujing/kernel';
import type { Block, Run } from './block.js';
import { safeHref } from './block-limits.api.js';

/** Blocks as plain HTML for an editor; `blocksFromHtml` reads it back to the same blocks. */
export const htmlFromBlocks = (blocks: readonly Block[]): string => blocks.map(blockHtml).join('\n');

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return block.align && block.align !== 'left'
        ? `<p style="text-align:${block.align}">${runsHtml(block.runs)}</p>`
        : `<p>${runsHtml(block.runs)}</p>`;
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${runsHtml(block.runs)}</blockquote>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((runs) => `<li>${runsHtml(runs)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<table>${block.rows.map((cells, row) => rowHtml(cells, block.header && row === 0 ? 'th' : 'td')).join('')}</table>`;
    case 'image':
      return `<img data-asset="${escaped(block.assetSha256)}" alt="${escaped(block.alt)}"${block.caption ? ` data-caption="${escaped(block.caption)}"` : ''}>`;
  }
};

const rowHtml = (cells: readonly (readonly Run[])[], tag: 'th' | 'td'): string =>
  `<tr>${cells.map((runs) => `<${tag}>${runsHtml(runs)}</${tag}>`).join('')}</tr>`;

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');

const runHtml = ({ text, bold, italic, href }: Run): string => {
  const plain = escaped(text);
  const emphasised = italic ? `<em>${plain}</em>` : plain;
  const strong = bold ? `<strong>${emphasised}</strong>` : emphasised;
  return href && safeHref.test(href) ? `<a href="${escaped(href)}">${strong}</a>` : strong;
};
