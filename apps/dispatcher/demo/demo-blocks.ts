import type { Block } from '@koujing/block';

/** One paragraph a line; `## ` begins a heading. */
export const blocksOf = (body: string): Block[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line.startsWith('## ')
        ? { type: 'heading', level: 2, runs: [{ text: line.slice(3) }] }
        : { type: 'paragraph', runs: [{ text: line }] },
    );
