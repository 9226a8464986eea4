import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TravellingClock } from '@koujing/kernel';
import { Probe, type Json } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';

let clock: TravellingClock;
let sandbox: Sandbox;
let probe: Probe;

beforeEach(async () => {
  clock = new TravellingClock('2026-11-23T08:00:00+08:00');
  sandbox = await startSandbox({ clock });
  probe = new Probe(sandbox);
});

afterEach(() => sandbox.close());

const send = async (changes: Json = {}): Promise<Json> => {
  const { media_id } = await probe.draft();
  const order = { filter: { is_to_all: true, tag_id: '' }, mpnews: { media_id }, msgtype: 'mpnews' };
  return probe.wechat('message/mass/sendall', {
    ...order,
    send_ignore_reprint: 0,
    clientmsgid: 'release-1',
    ...changes,
  });
};

test('a mass send becomes an article that freepublish never lists', async () => {
  const { msg_id } = await send();
  expect(await probe.wechat('message/mass/get', { msg_id })).toEqual({ msg_id, msg_status: 'SEND_SUCCESS' });
  expect(sandbox.posted.wechatArticles()).toMatchObject([{ massSent: true }]);
  const listed = await probe.wechat('freepublish/batchget', { offset: 0, count: 20, no_content: 1 });
  expect(listed).toMatchObject({ total_count: 0 });
});

test('the same clientmsgid answers with the msg_id it had; again within a minute it is too fast', async () => {
  const { msg_id } = await send();
  expect(await send()).toMatchObject({ errcode: 45065, msg_id });
  expect(await send()).toMatchObject({ errcode: 45066 });
  clock.travel(60_000);
  expect(await send()).toMatchObject({ errcode: 45065, msg_id });
  expect(sandbox.posted.doubles().filter(({ call }) => call === 'message/mass/sendall')).toEqual([]);
});

test('a first call can be told 45065 although it did send', async () => {
  sandbox.faults.add({ channel: 'wechat', call: 'message/mass/sendall', kind: 'duplicateOnFirstCall' });
  expect(await send()).toMatchObject({
    errcode: 45065,
    msg_id: Number(sandbox.posted.wechatMassSends()[0]?.msgId),
  });
});

test.each<[string, Json, number]>([
  ['a clientmsgid of 65 bytes', { clientmsgid: 'x'.repeat(65) }, 45067],
  ['an unknown draft', { mpnews: { media_id: 'x' } }, 40007],
  ['neither all nor a tag', { filter: { is_to_all: false } }, 40152],
  ['another kind of message', { msgtype: 'poster' }, 40008],
])('%s is refused', async (_case, changes, errcode) => {
  expect(await send(changes)).toMatchObject({ errcode });
});

test('a subscription account sends once per Beijing day', async () => {
  await send();
  expect(await send({ clientmsgid: 'release-2' })).toMatchObject({ errcode: 45028 });
  clock.travel(16 * 3_600_000);
  probe = new Probe(sandbox);
  expect(await send({ clientmsgid: 'release-2' })).toMatchObject({ errcode: 0 });
});

test('a service account sends four times a month', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ clock, accounts: { wechat: { kind: 'service' } } });
  probe = new Probe(sandbox);
  const codes: unknown[] = [];
  for (let number = 1; number <= 5; number++)
    codes.push((await send({ clientmsgid: `release-${number}` }))['errcode']);
  expect(codes).toEqual([0, 0, 0, 0, 45028]);
});

test.each([
  [true, 'SEND_SUCCESS'],
  [false, 'SEND_FAIL'],
])('waiting for the administrator lasts 30 minutes; agreed: %s', async (confirmed, end) => {
  sandbox.faults.add({ channel: 'wechat', call: 'message/mass/sendall', kind: 'adminConfirm', confirmed });
  const { msg_id } = await send();
  const status = async (): Promise<unknown> =>
    (await probe.wechat('message/mass/get', { msg_id }))['msg_status'];
  clock.travel(30 * 60_000 - 1);
  expect(await status()).toBe('SENDING');
  clock.travel(1);
  expect(await status()).toBe(end);
});

test('a mass send is deleted by its id; unknown ids and indexes are refused', async () => {
  const { msg_id } = await send();
  await probe.wechat('message/mass/get', { msg_id });
  const remove = async (body: Json): Promise<unknown> =>
    (await probe.wechat('message/mass/delete', body))['errcode'];
  expect(await remove({ msg_id: 1 })).toBe(40059);
  expect(await remove({ msg_id, article_idx: 2 })).toBe(40060);
  expect(await remove({ msg_id })).toBe(0);
  expect(await probe.wechat('message/mass/get', { msg_id })).toMatchObject({ msg_status: 'DELETE' });
  expect(await probe.wechat('message/mass/get', { msg_id: 1 })).toMatchObject({ errcode: 40059 });
});

test('a preview goes to one person and changes nothing', async () => {
  const { media_id } = await probe.draft();
  const preview = { touser: 'oReader', mpnews: { media_id }, msgtype: 'mpnews' };
  expect(await probe.wechat('message/mass/preview', preview)).toMatchObject({ errcode: 0 });
  expect(sandbox.posted.wechatDrafts()).toHaveLength(1);
});
