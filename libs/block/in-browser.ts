/** What of this lib needs no Node: all that the console may have (`apps/console/vite.config.ts`). */
export { blocksFromText, plainText, type Block, type Run } from './block.js';
export type { HtmlNode } from './html-node.js';
export { blocksFromPaste, type Pasted } from './pasted.js';
export type { Dropped } from './reading.js';
