import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditTrail, SealEntries } from '@koujing/audit';
import { json, openInMemory, type Database } from '@koujing/database';
import { TravellingClock } from '@koujing/kernel';

const clock = new TravellingClock('2026-11-23T08:00:00+08:00');
const trail = new AuditTrail(clock);
let database: Database;
let seal: SealEntries;

beforeAll(async () => {
  database = await openInMemory();
  seal = new SealEntries(database);
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

test('sealed entries verify, and new ones join the chain', async () => {
  await approve('r1');
  await approve('r2');
  expect(await seal.perform()).toBe(2);
  clock.travel(1000);
  await approve('r3');
  expect(await seal.perform()).toBe(1);
  expect(await seal.perform()).toBe(0);
  expect(await seal.firstBroken()).toBeNull();
});

test('an altered entry is found by its position (Art.41)', async () => {
  await database.queries
    .updateTable('audit_entry')
    .set({ detail: json({ step: 'other' }) })
    .where('subject_id', '=', 'r2')
    .execute();
  expect(await seal.firstBroken()).toBe(2);
  await database.queries
    .updateTable('audit_entry')
    .set({ detail: json({ step: 'contentApproval' }) })
    .where('subject_id', '=', 'r2')
    .execute();
  expect(await seal.firstBroken()).toBeNull();
});

test('a removed entry is found', async () => {
  await database.queries.deleteFrom('audit_entry').where('subject_id', '=', 'r2').execute();
  expect(await seal.firstBroken()).toBe(2);
});
