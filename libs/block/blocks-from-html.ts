import { fail, ok, type Reason, type Result } from '@koujing/kernel';
import { parseFragment } from 'parse5';
import { activeContent } from './active-content.js';
import { leaveOut, withoutDataUris, type Embedded, type TakePicture } from './embedded-picture.js';
import { HtmlReader } from './html-reader.js';
import { plainHtml } from './office-html.js';
import { limitReasons, tooLarge, trackedChanges, type Reading } from './reading.js';

/** A long report with tables is some 200 kB; parsing 2 MB takes about a second and must not stop the server. */
const mostBytes = 2 * 1_048_576;

/**
 * HTML from an editor, the clipboard or a file, as blocks. Text is kept; links only if http(s), tel or mailto.
 * Refused with reasons that name the field: scripts, event handlers, too much of anything.
 * What is merely left out (styles, frames, form fields, pictures from elsewhere) is listed in `dropped`;
 * pictures inside the HTML (data addresses) go to `take`.
 */
export const blocksFromHtml = (
  html: string,
  field = 'body',
  take: TakePicture = leaveOut,
): Result<Reading, readonly Reason[]> => {
  const parted = withoutDataUris(html);
  return blocksWithPictures(parted.html, field, parted.embedded, take);
};

/** HTML whose pictures stand beside it, named by their `src`. */
export const blocksWithPictures = (
  html: string,
  field: string,
  embedded: Embedded,
  take: TakePicture,
): Result<Reading, readonly Reason[]> => {
  const bytes = Buffer.byteLength(html, 'utf8');
  if (bytes > mostBytes) return fail([tooLarge(field, bytes, mostBytes)]);
  const { childNodes } = parseFragment(html, { scriptingEnabled: false });
  const refused = activeContent(childNodes, field);
  if (refused.length > 0) return fail(refused);
  const office = plainHtml(childNodes);
  if (office.isTracked) return fail([trackedChanges(field)]);
  const reader = new HtmlReader(embedded, take);
  reader.read(office.nodes);
  const over = limitReasons(reader.blocks, field);
  if (over.length > 0) return fail(over);
  return ok({ title: reader.title, blocks: reader.blocks, dropped: [...reader.dropped, ...office.dropped] });
};
