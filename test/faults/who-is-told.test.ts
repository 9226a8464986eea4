import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { FaultHouse } from './fault-house.js';

let house: FaultHouse;
beforeAll(async () => {
  house = await FaultHouse.open();
  await house.database.queries
    .updateTable('person')
    .set({ email: 'zhou@water.example' })
    .where('username', '=', 'drafter')
    .execute();
});
afterEach(() => house.newDay());
afterAll(() => house.close());

test('a row that needs a person is in the console at once and in a named person’s mailbox within a minute', async () => {
  house.sandbox.faults.add({ channel: 'smtp', call: 'dot', kind: 'resetAfterCommit' });
  const { row } = await house.publish('email');
  expect(row.state).toBe('needsPerson');
  const entered = row.settledAt?.getTime() ?? 0;
  expect(row.told?.persons.map(({ name }) => name)).toEqual(['周文', 'coordinator']);
  expect(Date.parse(row.told?.at ?? '') - entered).toBeLessThan(60_000);
  const shown = await house.database.queries
    .selectFrom('notification')
    .select(['person_id', 'created_at', 'link'])
    .where('kind', '=', 'deliveryNeedsPerson')
    .execute();
  expect(shown).toHaveLength(2);
  expect(shown[0]?.link).toBe(`/releases/${row.releaseId}/progress`);
  await house.mailer().run();
  const mail = house.sandbox.posted
    .mails()
    .find(({ recipients }) => recipients.includes('zhou@water.example'));
  expect(mail?.subject).toContain('【待人工核实】');
  expect(Date.parse(mail?.receivedAt ?? '') - entered).toBeLessThan(60_000);
});

test('where the drafter has left and nobody coordinates, the operators are told: never nobody', async () => {
  const { queries } = house.database;
  await queries
    .updateTable('person')
    .set({ disabled: true })
    .where('username', '!=', 'administrator')
    .execute();
  house.sandbox.faults.add({ channel: 'smtp', call: 'dot', kind: 'resetAfterCommit' });
  const { row } = await house.publish('email');
  await queries.updateTable('person').set({ disabled: false }).execute();
  expect(row.told?.persons.map(({ name }) => name)).toEqual(['administrator']);
});

test('without mass-send quota the drafter is offered to publish quietly; chosen, the same draft goes out once', async () => {
  house.sandbox.faults.add({ channel: 'wechat', call: 'message/mass/sendall', kind: 'error', code: 45028 });
  const id = await house.start('wechat-mass');
  const put = await house.follow(id, 'wechat-mass', ['deferred']);
  expect(put.row).toMatchObject({ fix: 'quota', alternatives: [{ id: 'publish' }] });
  expect(put.kinds).toEqual(['deliveryPostponed']);
  await house.choose(put.row.id, 'publish');
  const out = await house.follow(id, 'wechat-mass');
  expect([out.row.state, out.posted, out.doubles]).toEqual(['delivered', 1, []]);
  expect(
    house.sandbox.posted.wechatMassSends().filter(({ draftId }) => draftId === draftOf(out.row)),
  ).toEqual([]);
  await expect(house.choose(put.row.id, 'publish')).rejects.toThrow();
});

const dayMs = 86_400_000;
const draftOf = (row: { readonly phase: { readonly data: Readonly<Record<string, string>> } | null }) =>
  row.phase?.data['mediaId'];

test('the calls that are kept for publishing are not spent on asking; a person is told instead, in time', async () => {
  const { queries } = house.database;
  // A new day would bring new calls while one waits for a person.
  const leftOfDay = dayMs - ((house.clock.now().getTime() + 8 * 3_600_000) % dayMs);
  if (leftOfDay < 2 * 3_600_000) await house.travel(leftOfDay + 60_000);
  house.sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: 'resetBeforeCommit' });
  const id = await house.start('weibo');
  await house.follow(id, 'weibo', ['unknown']);
  await queries.updateTable('quota').set({ used: 70 }).where('name', '=', 'calls/day').execute();
  const asked = () =>
    house.sandbox.posted.calls().filter(({ call }) => call === 'statuses/user_timeline').length;
  const before = asked();
  const { row, waitedMs } = await house.follow(id, 'weibo');
  expect([row.state, row.lastCode, asked() - before]).toEqual(['needsPerson', 'noAnswer', 0]);
  expect(waitedMs).toBeLessThanOrEqual(46 * 60_000);
  const warning = await house.publish('weibo');
  expect([warning.row.state, warning.posted]).toEqual(['delivered', 1]);
});

test('while the administrator has not confirmed, nothing is sent again', async () => {
  house.sandbox.faults.add({
    ...{ channel: 'wechat', call: 'message/mass/sendall', kind: 'adminConfirm' },
    ...{ confirmed: true, milliseconds: 29 * 60_000 },
  });
  const before = house.sandbox.posted.calls().filter(({ call }) => call === 'message/mass/sendall').length;
  const { row, waitedMs } = await house.publish('wechat-mass');
  const after = house.sandbox.posted.calls().filter(({ call }) => call === 'message/mass/sendall').length;
  expect([row.state, after - before]).toEqual(['delivered', 1]);
  expect(waitedMs).toBeGreaterThanOrEqual(29 * 60_000);
});

test('a platform that keeps losing answers without publishing comes to an end at a person', async () => {
  house.sandbox.faults.add({
    ...{ channel: 'wechat', call: 'freepublish/submit', kind: 'resetBeforeCommit', times: 'always' },
  });
  const { row, posted } = await house.publish('wechat');
  expect([row.state, row.lastCode, posted]).toEqual(['needsPerson', 'absentAgain', 0]);
  expect(row.attempts).toBe(12);
});
