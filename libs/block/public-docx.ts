import { fail, ok, type Reason, type Result } from '@koujing/kernel';
import { blocksFromDocx } from './blocks-from-docx.js';
import { plainText } from './block.js';
import { docxParts, pressed } from './docx-parts.js';
import { storiesOf, xmlOf, type DocxParts } from './docx-stories.js';
import { publicMarkup, publicParts, type CleanPicture } from './public-parts.js';
import { publicReasons } from './public-reasons.js';
import type { Reading } from './reading.js';
import { shownIn } from './shown-text.js';

/** A document that the public may have, and what it says. */
export interface PublicDocument {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * A .docx made fit for the public (Art.39(6)): only the parts that one reads, its pictures cleaned. Refused with reasons:
 * what the public must not read (tracked changes, remarks, hidden text, paths of machines), and what may do or hide
 * something (macros, embedded files, fonts).
 */
export const publicDocx = async (
  bytes: Uint8Array,
  field: string,
  clean: CleanPicture,
): Promise<Result<PublicDocument, readonly Reason[]>> => {
  const parts = docxParts(bytes, field);
  if (!parts.ok) return parts;
  const markup = publicMarkup(parts.value);
  const reasons = publicReasons({ bytes, parts: parts.value, markup }, field);
  if (reasons.length > 0) return fail(reasons);
  const reading = await blocksFromDocx(bytes, field);
  if (!reading.ok) return reading;
  const out = await publicParts(parts.value, markup, clean);
  return out.ok ? ok({ bytes: pressed(out.value), text: textOf(reading.value, parts.value) }) : out;
};

/**
 * With what the converter leaves out: heads and feet of pages, where a mark of secrecy stands, text boxes, watermarks,
 * and what a drawing says of itself. Who searches for marks and numbers searches all that the public may read.
 */
const textOf = ({ title, blocks }: Reading, parts: DocxParts): string => {
  const read = [title ?? '', plainText(blocks)].filter((text) => text !== '');
  const known = new Set(read.flatMap((text) => text.split(/[\n\t]/u)).map(plainLine));
  const beside = storiesAndLists(parts)
    .flatMap(shownIn)
    .filter((line) => !known.has(line));
  return [...read, ...new Set(beside)].join('\n');
};

const plainLine = (line: string): string => line.replace(/\s+/gu, ' ').trim();

const storiesAndLists = (parts: DocxParts): readonly string[] => [
  ...storiesOf(parts).map(({ xml }) => xml),
  xmlOf(parts, 'word/numbering.xml'),
];
