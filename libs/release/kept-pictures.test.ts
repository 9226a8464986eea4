import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { aPhotograph, aPng } from '../../test/support/a-picture.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { SystemClock } from '@koujing/kernel';
import { AttachmentStore } from './attachment-store.sql.js';
import { DrawnPictureStore } from './drawn-picture-store.sql.js';
import { ReadDocument } from './read-document.js';
import { SourceStore } from './source-store.sql.js';
import { StoreAttachment } from './store-attachment.js';
import { StoreImage } from './store-image.js';

const by = { personId: 'transport-drafter' };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const dataUri = (bytes: Buffer): string =>
  `<p>现场</p><img src="data:image/jpeg;base64,${bytes.toString('base64')}" alt="现场">`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
/** A Word document that shows one picture. */
const withPicture = (picture: Uint8Array): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="p1" Type="${office}/image" Target="media/image1.jpeg"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>现场</w:t></w:r></w:p></w:body></w:document>',
    ),
    'word/media/image1.jpeg': picture,
  });

onEachEngine('pictures that come in', (open) => {
  let opened: TestDatabase;
  let parts: ConstructorParameters<typeof ReadDocument>[0];

  beforeAll(async () => {
    opened = await open();
    parts = {
      database: opened.database,
      attachments: new AttachmentStore(),
      drawn: new DrawnPictureStore(),
      sources: new SourceStore(),
      clock: new SystemClock(),
    };
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    for (const table of ['drawn_picture', 'attachment_upload', 'attachment', 'source_document'] as const)
      await opened.database.queries.deleteFrom(table).execute();
  });

  const kept = async (): Promise<{ readonly attachments: string[]; readonly drawn: string[] }> => {
    const { queries } = opened.database;
    const [attachments, drawn] = [
      await queries.selectFrom('attachment').select('sha256').orderBy('sha256').execute(),
      await queries.selectFrom('drawn_picture').select('sha256').orderBy('sha256').execute(),
    ];
    return { attachments: attachments.map((row) => row.sha256), drawn: drawn.map((row) => row.sha256) };
  };

  test('one that is uploaded twice is kept once, and what the house drew is the same when it comes back', async () => {
    const store = new StoreImage(parts);
    const photograph = await aPhotograph(6);
    const first = await store.perform(photograph, by);
    expect(first.sha256).not.toBe(sha256(photograph));
    expect(await store.perform(photograph, by)).toEqual(first);
    const ours = (await parts.attachments.find(opened.database.queries, first.sha256))?.bytes;
    if (ours === undefined) throw new Error('not kept');
    expect(sha256(ours)).toBe(first.sha256);
    // Downloaded from the portal, and uploaded to the next release.
    expect(await store.perform(ours, { personId: 'water-drafter' })).toEqual(first);
    // The same through a pasted text and a Word document.
    const pasted = { name: '稿件.html', bytes: Buffer.from(dataUri(Buffer.from(ours))) };
    const read = await new ReadDocument(parts).perform(pasted, by);
    expect(read.blocks).toMatchObject([{}, { type: 'image', assetSha256: first.sha256 }]);
    expect(read.images).toEqual([{ sha256: first.sha256, alt: '现场' }]);
    expect(await kept()).toEqual({ attachments: [first.sha256], drawn: [first.sha256] });
  });

  test('one inside a text is drawn anew too, and the text names it as it is kept', async () => {
    const photograph = await aPhotograph();
    const html = dataUri(photograph) + dataUri(photograph);
    const { blocks, images } = await new ReadDocument(parts).perform(
      { name: '稿件.html', bytes: Buffer.from(html) },
      by,
    );
    const { attachments, drawn } = await kept();
    expect(images).toEqual([{ sha256: attachments[0], alt: '现场' }]);
    expect(drawn).toEqual(attachments);
    expect(attachments).not.toContain(sha256(photograph));
    expect(blocks.filter(({ type }) => type === 'image')).toEqual(
      Array(2).fill({ type: 'image', assetSha256: attachments[0], alt: '现场' }),
    );
  });

  test('a document that went out, and comes in once more, is the same document', async () => {
    const store = new StoreAttachment(parts);
    const photograph = await aPhotograph();
    const first = await store.perform({ name: '现场.docx', bytes: withPicture(photograph) }, by);
    const ours = (await parts.attachments.find(opened.database.queries, first.sha256))?.bytes;
    const inside = unzipSync(ours ?? new Uint8Array())['word/media/image1.jpeg'] ?? new Uint8Array();
    expect(sha256(inside)).not.toBe(sha256(photograph));
    const again = await store.perform({ name: '现场.docx', bytes: ours ?? new Uint8Array() }, by);
    expect(again.sha256).toBe(first.sha256);
    expect(await kept()).toEqual({ attachments: [first.sha256], drawn: [sha256(inside)] });
  });

  test('one that is refused leaves nothing behind, and nothing of the document that it stood in', async () => {
    const whole = await aPhotograph();
    const broken = whole.subarray(0, whole.length - 40);
    const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => new StoreImage(parts).perform(broken, by), '图片已损坏或不合格式'],
      [
        () =>
          new ReadDocument(parts).perform(
            { name: '稿件.html', bytes: Buffer.from(dataUri(aPng()) + dataUri(Buffer.from(broken))) },
            by,
          ),
        '文档中的第 2 张图片：图片已损坏或不合格式',
      ],
      [
        () => new StoreAttachment(parts).perform({ name: '现场.docx', bytes: withPicture(broken) }, by),
        'image1.jpeg',
      ],
    ];
    for (const [attempt, words] of refused) await expect(attempt()).rejects.toThrow(words);
    expect(await kept()).toEqual({ attachments: [], drawn: [] });
  });
});
