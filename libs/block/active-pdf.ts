import { inflateSync } from 'node:zlib';

/** What a PDF holds beside pages (ISO 32000-2, 7.6, 7.11.4, 12.6.4, 13.6 and annex K of ISO 32000-1 on XFA). */
export type InPdf = 'script' | 'launch' | 'file' | 'media' | 'form' | 'sealed';

const names: Readonly<Record<string, InPdf>> = {
  JavaScript: 'script',
  Launch: 'launch',
  EmbeddedFile: 'file',
  EmbeddedFiles: 'file',
  RichMedia: 'media',
  XFA: 'form',
  SubmitForm: 'form',
  ImportData: 'form',
  Encrypt: 'sealed',
};
const named = new RegExp(`/(${Object.keys(names).join('|')})(?=[\\s()<>[\\]{}/%]|$)`, 'gu');

/** Objects pressed together; a larger heap of them is made to fill the memory. */
const mostUnpacked = 50 * 1_048_576;

/**
 * Looks for names, not for a structure: a file that readers mend silently would be read otherwise by us. A page's own text is
 * pressed in practice, so a page that speaks of such a name is not taken for one; objects that are pressed are unpacked.
 */
export const activeInPdf = (bytes: Uint8Array): readonly InPdf[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = new Set(namesIn(text));
  let unpacked = 0;
  for (const { dictionary, from } of streamsOf(text)) {
    if (!holdsObjects(dictionary)) continue;
    const objects = unpackedAt(bytes, from, dictionary, mostUnpacked - unpacked);
    // What cannot be looked into may hold anything.
    if (objects === null) found.add('sealed');
    else for (const what of namesIn(objects.toString('latin1'))) found.add(what);
    unpacked += objects?.length ?? 0;
  }
  return [...found];
};

/** Any sign of a name may be written as `#` and two digits. */
const plain = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const namesIn = (text: string): readonly InPdf[] =>
  [...plain(text).matchAll(named)].flatMap(([, name = '']) => names[name] ?? []);

function* streamsOf(text: string): Generator<{ readonly dictionary: string; readonly from: number }> {
  const begins = /(?<!end)stream(?:\r\n|\n|\r)/gu;
  let last = 0;
  for (const match of text.matchAll(begins)) {
    const head = text.slice(last, match.index);
    last = match.index + match[0].length;
    yield { dictionary: plain(head.slice(Math.max(0, head.lastIndexOf('obj')))), from: last };
  }
}

/** By its type, or by the two entries that it cannot do without (7.5.7). */
const holdsObjects = (dictionary: string): boolean =>
  /\/ObjStm\b/u.test(dictionary) || (/\/First\b/u.test(dictionary) && /\/N\b/u.test(dictionary));

const unpackedAt = (bytes: Uint8Array, from: number, dictionary: string, most: number): Buffer | null => {
  const filter = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/\w+|\d+\s+\d+\s+R)/u.exec(dictionary)?.[1];
  const rest = bytes.subarray(from);
  if (filter === undefined) return Buffer.from(rest.subarray(0, most));
  // Other ways of pressing, and rows that are told as differences, no office program uses for objects.
  if (!/^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/u.test(filter)) return null;
  if (/\/Predictor\s+(?!1\b)/u.test(dictionary)) return null;
  try {
    // What follows the end is left alone; cut short it cannot be looked into.
    return inflateSync(rest, { maxOutputLength: Math.max(1, most) });
  } catch {
    return null;
  }
};
