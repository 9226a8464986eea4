import { unzipSync } from 'fflate';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * What stands in a file, part by part: an xlsx or docx document is a zip of XML. What a PDF says stands there as glyphs of
 * its own fonts and is not read; the same document is written as docx.
 */
export const readable = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  text(bytes.slice(0, 2)) === 'PK'
    ? new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, text(part)]))
    : new Map([['', text(bytes)]]);
