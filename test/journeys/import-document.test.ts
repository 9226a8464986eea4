import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ImportedDocument, ReleaseStanding } from '../../libs/release/release.api.js';
import { startCity, type City } from '../support/city.js';
import type { Person, Refusal } from '../support/person.js';
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
  expect(shown.equals(png)).toBe(true);
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
