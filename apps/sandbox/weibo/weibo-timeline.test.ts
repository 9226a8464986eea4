import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Probe, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

let sandbox: Sandbox;
let probe: Probe;
let ids: string[];

beforeEach(async () => {
  sandbox = await startSandbox();
  probe = new Probe(sandbox);
  for (const number of [1, 2, 3])
    await probe.share({ status: `第${number}条 https://news.gov.example/${number}` });
  ids = sandbox.posted.weibo().map(({ idstr }) => idstr);
});

afterEach(() => sandbox.close());

const listed = async (params: Record<string, string>): Promise<string[]> => {
  const reply = JSON.parse((await probe.weiboGet('/2/statuses/user_timeline.json', params)).data) as {
    statuses: { idstr: string }[];
  };
  return reply.statuses.map(({ idstr }) => idstr);
};

test('the timeline is newest first, in pages and between ids', async () => {
  expect(await listed({})).toEqual([ids[2], ids[1], ids[0]]);
  expect(await listed({ count: '2', page: '2' })).toEqual([ids[0]]);
  expect(await listed({ since_id: ids[0] ?? '' })).toEqual([ids[2], ids[1]]);
  expect(await listed({ max_id: ids[1] ?? '' })).toEqual([ids[1], ids[0]]);
});

test('the ids call lists ids', async () => {
  const reply = JSON.parse((await probe.weiboGet('/2/statuses/user_timeline/ids.json')).data) as Json;
  expect(reply['statuses']).toEqual(ids.toReversed());
});

test('a destroyed post is gone from timeline, show and its page, but the sandbox remembers it', async () => {
  const id = ids[1] ?? '';
  expect((await probe.get(`/weibo/1000000001/${id}`)).status).toBe(200);
  await probe.weibo('/2/statuses/destroy.json', { access_token: 'demo-weibo-token', id });
  expect(await listed({})).toEqual([ids[2], ids[0]]);
  expect((await probe.weiboGet('/2/statuses/show.json', { id })).data).toContain('20101');
  expect((await probe.get(`/weibo/1000000001/${id}`)).status).toBe(404);
  expect(sandbox.posted.weibo()[1]?.destroyedAt).toBeDefined();
});

test('a comment is kept with its post', async () => {
  const id = ids[0] ?? '';
  await probe.weibo('/2/comments/create.json', {
    access_token: 'demo-weibo-token',
    id,
    comment: '更正：周日恢复。',
  });
  const shown = JSON.parse((await probe.weiboGet('/2/comments/show.json', { id })).data) as Json;
  expect(shown).toMatchObject({ total_number: 1, comments: [{ text: '更正：周日恢复。' }] });
});

test('the token may come in the Authorization header', async () => {
  const reply = await probe.get('/weibo/2/statuses/user_timeline.json', {
    authorization: 'OAuth2 demo-weibo-token',
  });
  expect(reply.status).toBe(200);
});
