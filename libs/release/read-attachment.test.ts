import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { aPng, pngChunk } from '../../test/support/a-picture.js';
import { drawPicture } from './picture.js';
import { readAttachment } from './read-attachment.js';

const codes = async (name: string, text: string): Promise<readonly string[]> => {
  const read = await readAttachment({ name, bytes: new TextEncoder().encode(text) }, drawPicture);
  return read.ok ? [] : read.error.map(({ code }) => code);
};

test('an attachment in which nothing can be checked is refused', async () => {
  expect(await codes('附件1.txt', ' \n\t')).toEqual(['attachmentWithoutText']);
  expect(await codes('附件1.txt', '名单')).toEqual([]);
});

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const docx = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ...more,
  });

const next = '</w:t></w:r></w:p><w:p><w:r><w:t>';

test('a document goes out as small as it came in, the same bytes for the same document', async () => {
  const file = {
    name: '名单.docx',
    bytes: docx(Array.from({ length: 900 }, () => '东港区滨河小区、海滨小区').join(next)),
  };
  const [first, second] = [await readAttachment(file, drawPicture), await readAttachment(file, drawPicture)];
  if (!first.ok || !second.ok) throw new Error('refused');
  expect(first.value.bytes.length).toBeLessThan(file.bytes.length * 2);
  expect(Buffer.from(first.value.bytes)).toEqual(Buffer.from(second.value.bytes));
});

test('the limit is of what goes out: a text that grows beyond it in UTF-8 is refused with its size', async () => {
  const gb18030 = Buffer.alloc(6 * 1_048_576, Buffer.from([0xd6, 0xd0]));
  expect(await readAttachment({ name: '名单.txt', bytes: gb18030 }, drawPicture)).toMatchObject({
    ok: false,
    error: [{ code: 'attachmentTooLarge', message: '附件为 9.0 MB，超过 8.0 MB。' }],
  });
});

const photograph = aPng(pngChunk('tEXt', Buffer.from('Comment\0GPS 40.72N 120.84E')));

test('a photograph inside a document goes out without the place where it was taken (Art.39(6))', async () => {
  const picture = relations
    .replace('officeDocument" Target', 'image" Target')
    .replace('word/document.xml', 'media/image1.png');
  const bytes = docx('现场', {
    'word/_rels/document.xml.rels': strToU8(picture),
    'word/media/image1.png': photograph,
  });
  const read = await readAttachment({ name: '现场.docx', bytes }, drawPicture);
  if (!read.ok) throw new Error('refused');
  const inside = Buffer.from(unzipSync(read.value.bytes)['word/media/image1.png'] ?? []);
  expect(inside.includes('IDAT')).toBe(true);
  expect(inside.includes('GPS')).toBe(false);
});
