export {
  blocksFromPaste,
  blocksFromText,
  plainText,
  type Block,
  type Dropped,
  type HtmlNode,
  type Pasted,
  type Run,
} from './in-browser.js';
export { activeFile } from './active-file.js';
export { blocksFromDocx } from './blocks-from-docx.js';
export { publicDocx, type PublicDocument } from './public-docx.js';
export type { CleanPicture } from './public-parts.js';
export { blocksFromHtml } from './blocks-from-html.js';
export type { TakePicture } from './embedded-picture.js';
export type { Reading } from './reading.js';
export { officeParts, packed } from './docx-parts.js';
export { readOffice } from './read-office.js';
export { distinct, told } from './trace.js';
export type { Trace } from './trace.api.js';
