export { blocksFromText, plainText, type Block, type Run } from './block.js';
export { blocksFromDocx } from './blocks-from-docx.js';
export { blocksFromHtml } from './blocks-from-html.js';
export type { TakePicture } from './embedded-picture.js';
export type { Dropped, Reading } from './reading.js';
