import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { ReleaseStanding } from '../../libs/release/release.api.js';
import type { ImportedDocument } from '../../libs/release/upload.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';
import { aDraft } from '../support/release-way.js';

let city: City;
let drafter: Person;

beforeAll(async () => {
  city = await startCity();
  drafter = await city.as('drafter');
});
afterAll(() => city.close());

const png = readFileSync('docs/console.png');
const secret = '拍摄于滨海市某处';
/** The same picture with a word of its editor in it. */
const withRemark = (): Buffer => {
  const text = Buffer.from(`Comment\0${secret}`);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), text, Buffer.alloc(4)]);
  chunk.writeUInt32BE(text.length, 0);
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
};
const pixelsOf = (picture: Buffer): Promise<Buffer> => sharp(picture).ensureAlpha().raw().toBuffer();
const embedded = (bytes: Buffer, type: string): string =>
  `<img alt="现场" src="data:image/${type};base64,${bytes.toString('base64')}">`;
const imported = <T>(html: string) =>
  drafter.upload<T>('/import', '通知.html', new TextEncoder().encode(html), 'text/html');

test('a picture of a document comes into the draft without what its editor wrote, and can be seen', async () => {
  const { status, body } = await imported<ImportedDocument>(
    `<h1>关于停水的通知</h1><p>如图。</p>${embedded(withRemark(), 'png')}${embedded(Buffer.from('GIF89a'), 'gif')}`,
  );
  expect(status).toBe(200);
  const [image] = body.images;
  expect(body.images).toEqual([{ sha256: image?.sha256, alt: '现场' }]);
  expect(body.blocks.at(-1)).toEqual({ type: 'image', assetSha256: image?.sha256, alt: '现场' });
  expect(body.warnings.map(({ message }) => message)).toEqual([expect.stringContaining('GIF')]);
  const shown = await drafter.download(`/images/${image?.sha256}`);
  expect(shown.includes(secret)).toBe(false);
  // Drawn anew: the same pixels in other bytes.
  expect((await pixelsOf(shown)).equals(await pixelsOf(png))).toBe(true);
  const draft = aDraft({ organId: 'education', blocks: body.blocks, images: body.images });
  expect((await drafter.post<ReleaseStanding>('/releases', draft)).status).toBe(201);
});

test('a picture beyond a limit refuses the document, names the picture and the limit, and stores none', async () => {
  const large = Buffer.concat([png.subarray(0, 8), Buffer.alloc(6 * 1_048_576)]);
  const { status, body } = await imported<Refusal>(
    `<p>一</p>${embedded(png, 'png')}${embedded(large, 'png')}`,
  );
  expect(status).toBe(422);
  expect(body.reasons.map(({ message }) => message)).toEqual([
    '文档中的第 2 张图片：图片 6.0 MB，超过 5.0 MB 的上限。',
  ]);
  const many = await imported<Refusal>(embedded(Buffer.from('GIF89a'), 'gif').repeat(40));
  expect(many.status).toBe(422);
  expect(many.body.reasons).toHaveLength(1);
  expect(many.body.reasons[0]?.message).toContain('30 张');
});

test('what a document and a picture say beside their content is shown to the reviewer beside the numbers found (Art.39(6))', async () => {
  const file = await Packer.toBuffer(
    new Document({
      creator: '赵某',
      lastModifiedBy: '钱某',
      description: '内部讨论稿',
      subject: '秘密',
      comments: {
        children: [{ id: 0, author: '孙某', children: [new Paragraph('联系人13800138000')] }],
      },
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun('停水通知。'), new TextRun({ text: '预算八万元', vanish: true })],
            }),
          ],
        },
      ],
    }),
  );
  const { body } = await drafter.upload<ImportedDocument>(
    '/import',
    '通知.docx',
    new Uint8Array(file),
    'application/octet-stream',
  );
  expect(JSON.stringify(body.blocks)).not.toContain('预算八万元');
  const { body: pictured } = await imported<ImportedDocument>(
    `<p>如图。</p>${embedded(withRemark(), 'png')}`,
  );
  const draft = {
    ...aDraft({ organId: 'education' }),
    blocks: [...body.blocks, ...pictured.blocks],
    images: pictured.images,
    documents: [body.document.sha256],
  };
  const { body: standing } = await drafter.post<ReleaseStanding>('/releases', draft);
  const { body: page } = await drafter.get<ReleasePage>(`/releases/${standing.id}`);
  expect(page.traces).toEqual([
    {
      file: '通知.docx',
      picture: false,
      traces: [
        { kind: 'author', text: '赵某' },
        { kind: 'lastModifiedBy', text: '钱某' },
        { kind: 'property', text: '秘密' },
        { kind: 'property', text: '内部讨论稿' },
        { kind: 'comment', text: '孙某：联系人13800138000' },
        { kind: 'hiddenText', text: '预算八万元' },
      ],
    },
    { file: '现场', picture: true, traces: [{ kind: 'note', text: `Comment：${secret}` }] },
  ]);
  expect(page.hints.map(({ kind, place }) => [kind, place?.zh])).toEqual([
    ['classificationMark', '导入文件《通知.docx》的文档属性'],
    ['phone', '导入文件《通知.docx》的批注'],
  ]);
});

test('a document that was never imported here is refused by its digest', async () => {
  const draft = { ...aDraft({ organId: 'education' }), documents: ['a'.repeat(64)] };
  const { status, body } = await drafter.post<Refusal>('/releases', draft);
  expect([status, body.reasons.map(({ code }) => code)]).toEqual([422, ['unknownDocument']]);
});
