import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { AccountHealthStore, WarnOfExpiry } from '@koujing/dispatch';
import { Notifier } from '@koujing/notify';
import { FaultHouse } from './fault-house.js';

const hour = 3_600_000;

let house: FaultHouse;
beforeAll(async () => {
  house = await FaultHouse.open();
});
afterEach(async () => {
  await house.newDay();
  await house.database.queries.updateTable('release').set({ state: 'released' }).execute();
});
afterAll(() => house.close());

const notices = (kind: string) =>
  house.database.queries
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select(['person.username', 'notification.subject', 'notification.text', 'notification.link'])
    .where('notification.kind', '=', kind)
    .orderBy('notification.created_at')
    .execute();

/** Approved, and to go out in so many hours. */
const scheduled = (inHours: number): Promise<string> =>
  house.house.approved({
    state: 'scheduled',
    scheduledAt: new Date(house.clock.now().getTime() + inHours * hour),
    accountIds: ['portal', 'weibo', 'wechat', 'email'],
  });

test('a day before its hour, operators and drafter hear which accounts will fail, and an hour before it again', async () => {
  const preflight = house.preflight();
  await scheduled(25);
  expect(await preflight.tick()).toBe(0);
  house.sandbox.faults.add({ channel: 'smtp', call: 'connect', kind: 'resetBeforeCommit', times: 'always' });
  house.sandbox.faults.add({ channel: 'wechat', call: 'openapi/quota/get', kind: 'error', code: 48001 });
  await house.travel(hour);
  expect(await preflight.tick()).toBe(1);
  const told = await notices('preflight');
  expect(told.map(({ username }) => username).sort()).toEqual(['administrator', 'coordinator', 'drafter']);
  expect(told[0]?.subject).toContain('将会失败');
  expect(told[0]?.text).toMatch(/email：连不上发信服务器/u);
  expect(told[0]?.text).toMatch(/wechat：公众号接口答复：48001/u);
  expect(told[0]?.text).not.toContain('weibo：');
  expect(await preflight.tick()).toBe(0);
  await house.travel(23 * hour);
  expect(await preflight.tick()).toBe(1);
  expect(await notices('preflight')).toHaveLength(6);
});

test('a look that finds nothing tells nobody, publishes nothing, and is kept', async () => {
  const before = house.sandbox.posted.acceptances().length;
  await scheduled(12);
  expect(await house.preflight().tick()).toBe(1);
  expect(await notices('preflight')).toEqual([]);
  expect(house.sandbox.posted.acceptances()).toHaveLength(before);
  const kept = await new AccountHealthStore().all(house.database.queries);
  expect([...kept.values()].map(({ findings }) => findings)).toEqual([[], [], [], []]);
});

test('two processes that tick together look once', async () => {
  await scheduled(12);
  const looked = await Promise.all([house.preflight().tick(), house.preflight().tick()]);
  expect(looked.sort()).toEqual([0, 1]);
});

test('an account that is stopped, used up, or whose authorisation ends before the hour is named with its reason', async () => {
  const { queries } = house.database;
  const codes = async (id: string, inHours: number) => {
    const [account] = await house.house.accounts.find(queries, [id]);
    if (account === undefined) throw new Error(id);
    const at = new Date(house.clock.now().getTime() + inHours * hour);
    return (await house.examiner().perform(account, at)).map(({ code }) => code);
  };
  expect(await codes('weibo', 1)).toEqual([]);
  const window = await queries.selectFrom('quota').selectAll().where('account_id', '=', 'weibo').execute();
  expect(window.every(({ used }) => used < 100)).toBe(true);
  await queries.updateTable('account').set({ breaker: 'stopped' }).where('id', '=', 'weibo').execute();
  await queries
    .updateTable('token')
    .set({ expires_at: new Date(house.clock.now().getTime() + 2 * hour) })
    .where('account_id', '=', 'weibo')
    .execute();
  expect(await codes('weibo', 1)).toEqual(['accountStopped']);
  expect(await codes('weibo', 3)).toEqual(['accountStopped', 'tokenEnds']);
  house.sandbox.faults.add({ channel: 'weibo', call: 'oauth2/get_token_info', kind: 'error', code: 21327 });
  expect(await codes('weibo', 1)).toEqual(['accountStopped', 'tokenRefused']);
});

test('operators hear seven, three and one day ahead, once each, that a person must authorise again', async () => {
  const expiry = new WarnOfExpiry({
    database: house.database,
    channels: house.channels,
    health: new AccountHealthStore(),
    notifier: new Notifier(house.clock, 'koujing.example'),
  });
  const ends = new Date(house.clock.now().getTime() + 8 * 24 * hour);
  await house.publish('weibo');
  await house.database.queries
    .updateTable('token')
    .set({ expires_at: ends })
    .where('account_id', '=', 'weibo')
    .execute();
  const toldAfter = async (days: number): Promise<number> => {
    await house.travel(days * 24 * hour);
    await expiry.perform();
    await expiry.perform();
    return (await notices('credentialEnds')).length;
  };
  expect(await toldAfter(0)).toBe(0);
  expect([await toldAfter(1.5), await toldAfter(1), await toldAfter(3), await toldAfter(2)]).toEqual([
    2, 2, 4, 6,
  ]);
  const last = (await notices('credentialEnds')).at(-1);
  expect(last?.text).toContain('重新授权');
  expect(last?.link).toBe('/accounts');
});
