import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Probe, pngBytes, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';
import { readJson } from './wechat-json.js';

let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  sandbox = await startSandbox();
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

test.each<[string, Json, number]>([
  ['a title of 33 characters', { title: '水'.repeat(33) }, 45003],
  ['no title', { title: '' }, 45003],
  ['an author of 17 characters', { author: '水'.repeat(17) }, 45110],
  ['a digest of 129 characters', { digest: '水'.repeat(129) }, 45004],
  ['content of 20,000 characters', { content: '水'.repeat(20_000) }, 45002],
  ['no content', { content: '' }, 44004],
  [
    'a source address over 1 KB',
    { content_source_url: `https://news.gov.example/${'a'.repeat(1_000)}` },
    45005,
  ],
  ['an unknown cover', { thumb_media_id: 'none' }, 40007],
  ['no cover', { thumb_media_id: '' }, 40007],
  ['a foreign picture', { content: '<p><img src="https://news.gov.example/a.png"></p>' }, 45166],
  ['a picture that was never uploaded', { content: '<img src="http://mmbiz.qpic.cn/mmbiz_png/x/0">' }, 45166],
  ['a foreign background', { content: '<p style="background:url(https://a.example/b.png)">x</p>' }, 45166],
  ['a foreign link', { content: '<a href="https://news.gov.example/">x</a>' }, 45166],
  ['a title that is a number', { title: 5 }, 47001],
  ['a switch that is neither 0 nor 1', { need_open_comment: 2 }, 40035],
  ['an unknown kind of article', { article_type: 'poster' }, 40035],
])('a draft with %s is refused', async (_case, changes, errcode) => {
  expect(await probe.draft(changes)).toMatchObject({ errcode });
  expect(sandbox.posted.wechatDrafts()).toEqual([]);
});

test('a draft at every limit is accepted', async () => {
  const { url } = await probe.wechatUpload('media/uploadimg', pngBytes);
  const content = `<p><img src="${String(url)}"></p>`;
  const atLimit = { title: '水'.repeat(32), author: '水'.repeat(16), digest: '水'.repeat(128) };
  const reply = await probe.draft({ ...atLimit, content: content + '水'.repeat(19_999 - content.length) });
  expect(reply['media_id']).toEqual(expect.any(String));
});

test('nine articles are too many, none is too few', async () => {
  expect(await probe.wechat('draft/add', { articles: Array(9).fill({}) })).toMatchObject({ errcode: 45008 });
  expect(await probe.wechat('draft/add', { articles: [] })).toMatchObject({ errcode: 44003 });
});

test('a body that writes Chinese as escapes, is not JSON, or is empty is refused', async () => {
  const token = await probe.wechatToken();
  const raw = async (body: string | Buffer): Promise<unknown> =>
    (await probe.wechatRaw('draft/add', body, token))['errcode'];
  expect(await raw('{"articles":[{"title":"\\u6c34"}]}')).toBe(47001);
  expect(await raw('{"articles":')).toBe(47001);
  expect(await raw(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBe(47001);
  expect(await raw('')).toBe(44002);
});

test('whatever JSON.stringify writes is read back, backslashes before a u included', () => {
  const value = fc.record({ text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('C:\\u4e2d')) });
  fc.assert(
    fc.property(value, (given) => expect(readJson(Buffer.from(JSON.stringify(given)))).toEqual(given)),
  );
});

test('scripts are taken out, harmless content keeps its bytes', async () => {
  await probe.draft({ content: '<p onclick="x()">水<script>alert(1)</script></p>' });
  await probe.draft({ content: "<p style='color:red'>水<br/></p>" });
  const contents = sandbox.posted.wechatDrafts().map(({ items }) => items[0]?.content);
  expect(contents).toEqual(['<p>水</p>', "<p style='color:red'>水<br/></p>"]);
});

test('an empty digest becomes the first 54 characters a reader sees', async () => {
  await probe.draft({ content: `<p>${'水'.repeat(60)}</p>` });
  expect(sandbox.posted.wechatDrafts()[0]?.items[0]?.digest).toBe('水'.repeat(54));
});

test('a draft is read, changed, counted, listed and deleted', async () => {
  const { media_id } = await probe.draft();
  expect(await probe.wechat('draft/get', { media_id })).toMatchObject({
    news_item: [{ title: '城东水厂检修通知', content_source_url: 'https://news.gov.example/r/1?v=1' }],
  });
  const [item] = sandbox.posted.wechatDrafts()[0]?.items ?? [];
  await probe.wechat('draft/update', { media_id, index: 0, articles: { ...item, title: '更正' } });
  expect(sandbox.posted.wechatDrafts()[0]?.items[0]?.title).toBe('更正');
  expect(await probe.wechat('draft/update', { media_id, index: 1, articles: item })).toMatchObject({
    errcode: 40035,
  });
  expect(await probe.wechatGet('draft/count', { access_token: await probe.wechatToken() })).toEqual({
    total_count: 1,
  });
  const page = { offset: 0, count: 20, no_content: 1 };
  expect(await probe.wechat('draft/batchget', page)).toMatchObject({
    total_count: 1,
    item: [
      { media_id, content: { news_item: [{ content: '', content_source_url: item?.content_source_url }] } },
    ],
  });
  expect(await probe.wechat('draft/batchget', { ...page, count: 21 })).toMatchObject({ errcode: 40035 });
  expect(await probe.wechat('draft/delete', { media_id })).toMatchObject({ errcode: 0 });
  expect(await probe.wechat('draft/get', { media_id })).toMatchObject({ errcode: 40007 });
});

test('a draft whose reply was lost is in the box, findable by its source address', async () => {
  const cover = await probe.wechatUpload('material/add_material', pngBytes);
  sandbox.faults.add({ channel: 'wechat', call: 'draft/add', kind: 'resetAfterCommit' });
  await expect(probe.draft({ thumb_media_id: cover['media_id'] })).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  expect(sandbox.posted.wechatDrafts()[0]?.items[0]?.content_source_url).toBe(
    'https://news.gov.example/r/1?v=1',
  );
});

test('article pictures are JPEG or PNG under 1 MB; covers may be larger, voice and video are kept', async () => {
  const large = Buffer.concat([pngBytes, Buffer.alloc(1_048_576)]);
  expect(await probe.wechatUpload('media/uploadimg', large)).toMatchObject({ errcode: 40009 });
  expect(await probe.wechatUpload('media/uploadimg', Buffer.from('GIF89a'))).toMatchObject({
    errcode: 40137,
  });
  expect(await probe.wechatUpload('material/add_material', large)).toMatchObject({
    media_id: expect.any(String),
  });
  expect(await probe.wechatUpload('material/add_material', Buffer.from('text'))).toMatchObject({
    errcode: 40137,
  });
  expect(await probe.wechatUpload('material/add_material', pngBytes, 'thumb')).toMatchObject({
    errcode: 40137,
  });
  expect(await probe.wechatUpload('material/add_material', pngBytes, 'film')).toMatchObject({
    errcode: 40004,
  });
  const { media_id } = await probe.wechatUpload('material/add_material', Buffer.from('sound'), 'voice');
  expect(await probe.draft({ thumb_media_id: media_id })).toMatchObject({ errcode: 40007 });
});

test('the daily quota of a call is told, enforced and cleared ten times a month', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ accounts: { wechat: { dailyLimits: { 'draft/add': 1 } } } });
  probe = new Probe(sandbox);
  const quota = { cgi_path: '/cgi-bin/draft/add' };
  await probe.draft();
  expect(await probe.draft()).toMatchObject({ errcode: 45009 });
  expect(await probe.wechat('openapi/quota/get', quota)).toMatchObject({
    quota: { daily_limit: 1, used: 1, remain: 0 },
  });
  for (let number = 0; number < 10; number++)
    await probe.wechat('clear_quota', { appid: 'wx0000000000demo01' });
  expect((await probe.draft())['media_id']).toBeDefined();
  expect(await probe.wechat('clear_quota', { appid: 'wx0000000000demo01' })).toMatchObject({
    errcode: 48006,
  });
});
