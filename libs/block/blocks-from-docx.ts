import { fail, ok, type Reason, type Result } from '@koujing/kernel';
import { strFromU8, strToU8 } from 'fflate';
import mammoth from 'mammoth';
import { blocksWithPictures } from './blocks-from-html.js';
import { docxParts, isText, notDocx, packed } from './docx-parts.js';
import { tracesOfParts } from './docx-traces.js';
import type { DocxParts } from './docx-stories.js';
import { shownStories } from './hidden-text.js';
import { embeddedSource, leaveOut, type Embedded, type TakePicture } from './embedded-picture.js';
import { trackedChanges, type Dropped, type Reading } from './reading.js';

/** The converter takes insertions as text and drops deletions without a word: only a person can say which is meant. */
const tracked = /<(?:\w+:)?(?:ins|del|moveFrom|moveTo)[\s/>]/u;

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
];

/**
 * A Word or WPS document as blocks; Heading 1 (or Title) becomes the title.
 * Refused with reasons: tracked changes, old or encrypted files, files that unpack too large, unreadable files.
 * Its pictures go to `take`. What it says beside its text (authors, remarks, hidden text) is left out and told as traces.
 */
export const blocksFromDocx = async (
  bytes: Uint8Array,
  field = 'file',
  take: TakePicture = leaveOut,
): Promise<Result<Reading, readonly Reason[]>> => {
  const parts = docxParts(bytes, field);
  if (!parts.ok) return parts;
  const refused = partReasons(parts.value, field);
  if (refused.length > 0) return fail(refused);
  const traces = tracesOfParts(parts.value);
  const document = await converted(packed(shownParts(parts.value)), field);
  if (!document.ok) return document;
  const { html, embedded } = document.value;
  const reading = blocksWithPictures(html, field, embedded, take);
  if (!reading.ok) return reading;
  const hidden = traces.filter(({ kind }) => kind === 'hiddenText').length;
  return ok({
    ...reading.value,
    dropped: [
      ...reading.value.dropped,
      ...comments(parts.value),
      ...(hidden > 0 ? [{ what: '隐藏文字 (hidden text)', count: hidden }] : []),
    ],
    traces,
  });
};

/** The converter would take hidden text as text like any other, in the body and in the notes. */
const shownParts = (parts: DocxParts): DocxParts => {
  const shown = shownStories(parts).map(({ name, shown: xml }): [string, Uint8Array] => [name, strToU8(xml)]);
  return { ...parts, ...Object.fromEntries(shown) };
};

interface Converted {
  readonly html: string;
  readonly embedded: Embedded;
}

const converted = async (
  document: Uint8Array,
  field: string,
): Promise<Result<Converted, readonly Reason[]>> => {
  const embedded = new Map<string, () => Uint8Array>();
  let seen = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = embeddedSource(seen++);
    const bytes = await picture(image);
    embedded.set(src, () => bytes);
    return { src };
  });
  try {
    const buffer = Buffer.from(document);
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, convertImage });
    return ok({ html: value, embedded });
  } catch (error) {
    return fail([notDocx(field, error instanceof Error ? error.message : String(error))]);
  }
};

/** A picture that is only linked, or whose part is missing, has no bytes; it is left out as one of no known kind. */
const picture = (image: { readAsBuffer(): Promise<Buffer> }): Promise<Uint8Array> =>
  image.readAsBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => new Uint8Array(),
  );

const partReasons = (parts: DocxParts, field: string): Reason[] => {
  const texts = Object.entries(parts)
    .filter(([name]) => isText(name))
    .map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
  if (texts.some(({ text }) => !isUtf8(text)))
    return [notDocx(field, '含有不是 UTF-8 编码的部件 (a part that is not in UTF-8)')];
  if (texts.some(({ text }) => /<!DOCTYPE/iu.test(text))) return [notDocx(field, '含有 DOCTYPE 声明')];
  const changed = texts.some(
    ({ name, text }) => /^word\/(?:document|footnotes|endnotes)\.xml$/u.test(name) && tracked.test(text),
  );
  return changed ? [trackedChanges(field)] : [];
};

/** Every office program writes UTF-8; in another encoding a part would pass unread by us and be read by Word. */
const isUtf8 = (text: string): boolean =>
  !text.includes('\0') && !/^[^<]{0,3}<\?xml[^>]{0,99}encoding=["'](?!utf-8["'])/iu.test(text);

/** Remarks of colleagues never belong to the text. */
const comments = (parts: DocxParts): Dropped[] => {
  const part = parts['word/comments.xml'];
  const count = part ? [...strFromU8(part).matchAll(/<w:comment[\s>]/gu)].length : 0;
  return count > 0 ? [{ what: 'comment', count }] : [];
};
