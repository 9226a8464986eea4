import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditTrail, CheckChain, SealEntries } from '@koujing/audit';
import { json, type Database } from '@koujing/database';
import { TravellingClock } from '@koujing/kernel';
import { emptyHouse } from '../../test/support/empty-house.js';

const clock = new TravellingClock('2026-11-23T08:00:00+08:00');
const trail = new AuditTrail(clock);
let database: Database;
let seal: SealEntries;
let check: CheckChain;

beforeAll(async () => {
  database = await emptyHouse();
  seal = new SealEntries(database);
  check = new CheckChain({ database, audit: trail, clock }, 2);
});

afterAll(() => database.close());

const approve = (subjectId: string) =>
  trail.record(database.queries, {
    actor: 'p1',
    action: 'release.approve',
    subjectKind: 'release',
    subjectId,
    digest: 'd'.repeat(64),
    detail: { step: 'contentApproval' },
  });

/** Whatever one call leaves, the next goes on with. */
const verify = async (fromStart = false) => {
  let standing = await check.step('auditor', fromStart);
  for (let calls = 0; calls < 20 && !standing.done && standing.fault === null; calls += 1)
    standing = await check.step('auditor', false);
  return standing;
};
const entry = (sequence: number) =>
  database.queries.updateTable('audit_entry').where('seal_seq', '=', sequence);

test('sealed entries verify in pieces, and new ones join the chain', async () => {
  await approve('r1');
  await approve('r2');
  expect(await seal.perform()).toBe(2);
  clock.travel(1000);
  await approve('r3');
  expect(await seal.perform()).toBe(1);
  expect(await seal.perform()).toBe(0);
  expect((await check.step('auditor', false)).reached.sequence).toBe(2);
  const verified = await verify();
  expect(verified).toMatchObject({ reached: { sequence: 3 }, fault: null, done: true, unsealed: 1 });
  // That somebody verified is an entry too.
  expect(await seal.perform()).toBe(1);
  expect(await check.standing()).toMatchObject({ reached: { sequence: 3 }, done: false });
});

test('an altered entry is named by its position, and holds again when it is put right (Art.41)', async () => {
  await entry(2)
    .set({ detail: json({ step: 'other' }) })
    .execute();
  expect((await verify(true)).fault).toMatchObject({ kind: 'altered', sequence: 2 });
  await entry(2)
    .set({ detail: json({ step: 'contentApproval' }) })
    .execute();
  expect((await verify()).fault).toBeNull();
});

test('two entries that changed places are told as moved, not as altered', async () => {
  for (const [from, to] of [
    [2, 9_999],
    [3, 2],
    [9_999, 3],
  ] as const)
    await entry(from).set({ seal_seq: to }).execute();
  expect((await verify(true)).fault).toMatchObject({ kind: 'moved', sequence: 2, foundAt: 3 });
  for (const [from, to] of [
    [2, 9_999],
    [3, 2],
    [9_999, 3],
  ] as const)
    await entry(from).set({ seal_seq: to }).execute();
  expect((await verify(true)).fault).toBeNull();
});

test('what was verified and is sealed anew since, or cut off at the end, is found without reading it all again', async () => {
  while ((await seal.perform()) > 0);
  const { head } = await verify();
  await entry(head.sequence)
    .set({ seal_hash: 'f'.repeat(64) })
    .execute();
  expect((await check.step('auditor', false)).fault).toMatchObject({
    kind: 'resealed',
    sequence: head.sequence,
  });
  await database.queries.deleteFrom('audit_entry').where('seal_seq', '>=', head.sequence).execute();
  expect((await check.step('auditor', false)).fault).toMatchObject({ kind: 'cut', sequence: head.sequence });
});

test('a removed entry is found', async () => {
  await database.queries.deleteFrom('audit_entry').where('subject_id', '=', 'r2').execute();
  expect((await verify(true)).fault).toMatchObject({ kind: 'missing', sequence: 2 });
});
