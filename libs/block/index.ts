export { blocksFromText, plainText, type Block, type Run } from './block.js';
