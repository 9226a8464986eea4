import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import type { FaultOrder } from '../fault.js';
import { eventually, Probe, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

interface Listed {
  readonly item: { readonly content: { readonly news_item: { readonly title: string }[] } }[];
}

const submitCall = { channel: 'wechat', call: 'freepublish/submit' } as const;
const page = { offset: 0, count: 20, no_content: 0 };
let clock: TravellingClock;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  clock = new TravellingClock('2026-11-23T08:00:00+08:00');
  sandbox = await startSandbox({ clock });
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const submitted = async (changes: Json = {}): Promise<Json> => {
  const { media_id } = await probe.draft(changes);
  return probe.wechat('freepublish/submit', { media_id });
};

const statuses = async (publish_id: unknown, polls: number): Promise<unknown[]> => {
  const seen: unknown[] = [];
  for (let poll = 0; poll < polls; poll++)
    seen.push((await probe.wechat('freepublish/get', { publish_id }))['publish_status']);
  return seen;
};

test.each([0, 2, 3, 4] as const)('a job polled three times ends with %i', async (status) => {
  sandbox.faults.add({ ...submitCall, kind: 'publishStatus', polls: 3, status });
  const { publish_id } = await submitted();
  expect(await statuses(publish_id, 5)).toEqual([1, 1, 1, status, status]);
  expect(sandbox.posted.wechatDrafts()).toHaveLength(status === 0 ? 0 : 1);
  expect(sandbox.posted.wechatArticles()).toHaveLength(status === 0 ? 1 : 0);
});

test('a failed job answers only with its id, its status and the failed index', async () => {
  sandbox.faults.add({ ...submitCall, kind: 'publishStatus', status: 3 });
  const { publish_id } = await submitted();
  expect(await probe.wechat('freepublish/get', { publish_id })).toEqual({
    publish_id,
    publish_status: 3,
    fail_idx: [1],
  });
});

test('a published article can be banned later', async () => {
  sandbox.faults.add({ ...submitCall, kind: 'publishStatus', status: 0, laterStatus: 6 });
  const { publish_id } = await submitted();
  expect(await statuses(publish_id, 2)).toEqual([0, 6]);
  expect(sandbox.posted.wechatArticles()[0]?.banned).toBe(true);
});

test('publish_id comes as a number or as a string, and both are understood', async () => {
  sandbox.faults.add({ ...submitCall, kind: 'publishIdAsString' });
  const { publish_id } = await submitted();
  expect(publish_id).toEqual(expect.any(String));
  expect(await statuses(Number(publish_id), 1)).toEqual([0]);
  expect(await probe.wechat('freepublish/get', { publish_id: 1 })).toMatchObject({ errcode: 53502 });
});

test('a job takes its time on the clock', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ clock, accounts: { wechat: { publishMilliseconds: 60_000 } } });
  probe = new Probe(sandbox);
  const { publish_id } = await submitted();
  expect(await statuses(publish_id, 2)).toEqual([1, 1]);
  clock.travel(60_000);
  expect(await statuses(publish_id, 1)).toEqual([0]);
});

test('a consumed draft is refused, and the same draft submitted twice gives one article', async () => {
  const { media_id } = await probe.draft();
  sandbox.faults.add({ ...submitCall, kind: 'publishStatus', polls: 1 });
  const first = await probe.wechat('freepublish/submit', { media_id });
  const second = await probe.wechat('freepublish/submit', { media_id });
  await statuses(second['publish_id'], 1);
  expect([await statuses(first['publish_id'], 2), await statuses(second['publish_id'], 1)]).toEqual([
    [1, 3],
    [0],
  ]);
  expect(sandbox.posted.wechatArticles()).toHaveLength(1);
  expect(sandbox.posted.doubles()).toEqual([]);
  expect(await probe.wechat('freepublish/submit', { media_id })).toMatchObject({ errcode: 40007 });
});

test.each<[string, Partial<FaultOrder>, Json]>([
  ['system busy', { kind: 'errorAfterCommit', code: -1 }, { errcode: -1 }],
  ['draft gone', { kind: 'errorAfterCommit', code: 40007 }, { errcode: 40007 }],
])('an answer of "%s" can hide a job that was taken', async (_case, order, answer) => {
  sandbox.faults.add({ ...submitCall, ...order } as FaultOrder);
  expect(await submitted()).toMatchObject(answer);
  await eventually(() => sandbox.posted.wechatArticles().length === 1);
});

test.each([-1, 45009, 45011, 53501, 53503, 53504, 53505])('a refusal with %i takes nothing', async (code) => {
  sandbox.faults.add({ ...submitCall, kind: 'error', code });
  expect(await submitted()).toMatchObject({ errcode: code });
  expect(sandbox.posted.wechatJobs()).toEqual([]);
});

test('a job whose reply was lost still becomes an article that the list shows by its source address', async () => {
  const { media_id } = await probe.draft();
  sandbox.faults.add({ ...submitCall, kind: 'resetAfterCommit' });
  await expect(probe.wechat('freepublish/submit', { media_id })).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
  await statuses(sandbox.posted.wechatJobs()[0]?.publishId, 1);
  expect(await probe.wechat('freepublish/batchget', page)).toMatchObject({
    item: [
      {
        content: {
          news_item: [{ content_source_url: 'https://news.gov.example/r/1?v=1', is_deleted: false }],
        },
      },
    ],
  });
});

test('an article is read, deleted for good, and its page then says so', async () => {
  const { publish_id } = await submitted();
  const { article_id } = await probe.wechat('freepublish/get', { publish_id });
  const path = new URL(sandbox.posted.wechatArticles()[0]?.urls[0] ?? '').pathname;
  expect((await probe.get(path)).data).toContain('城东水厂将于周六检修。');
  expect(await probe.wechat('freepublish/delete', { article_id })).toMatchObject({ errcode: 0 });
  expect(await probe.wechat('freepublish/getarticle', { article_id })).toMatchObject({
    news_item: [{ is_deleted: true }],
  });
  expect((await probe.get(path)).data).toContain('该内容已被发布者删除');
  expect(await statuses(publish_id, 1)).toEqual([5]);
  expect(await probe.wechat('freepublish/delete', { article_id })).toMatchObject({ errcode: 53600 });
  expect(await probe.wechat('freepublish/getarticle', { article_id: 'x' })).toMatchObject({ errcode: 53600 });
});

test('the list is newest first, but can come in any order', async () => {
  for (const number of [1, 2, 3, 4]) await submitted({ title: `${number}` });
  await eventually(() => sandbox.posted.wechatArticles().length === 4);
  const titles = async (): Promise<string> => {
    const { item } = (await probe.wechat('freepublish/batchget', page)) as unknown as Listed;
    return item.map(({ content }) => content.news_item[0]?.title).join('');
  };
  expect(await titles()).toBe('4321');
  sandbox.faults.add({ channel: 'wechat', call: 'freepublish/batchget', kind: 'unordered' });
  expect(await titles()).toBe('2143');
});

test('an account that is not verified has no right to publish', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ accounts: { wechat: { verified: false } } });
  probe = new Probe(sandbox);
  expect(await submitted()).toMatchObject({ errcode: 48001 });
});
