import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AuditTrail, openAuditKey, SealEntries, verifyChain } from '@koujing/audit';
import { internationalSuite } from '@koujing/crypto';
import type { Database } from '@koujing/database';
import { TravellingClock } from '@koujing/kernel';
import { sql } from 'kysely';
import { emptyHouse } from '../support/empty-house.js';

const clock = new TravellingClock('2026-11-23T08:00:00+08:00');
const trail = new AuditTrail(clock);
const key = Buffer.alloc(32, 7);
const box = {
  seal: (plain: string, context: string) => internationalSuite.seal(plain, key, context),
  open: (sealed: string, context: string) => internationalSuite.open(sealed, key, context) ?? '',
};
let database: Database;
let seal: SealEntries;

beforeAll(async () => {
  database = await emptyHouse();
  const signer = await openAuditKey({
    ...{ database, audit: trail, clock, box },
    ...{ given: null, suite: 'national' },
  });
  seal = new SealEntries(database, { signer, clock });
});
afterAll(() => database.close());

const record = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) {
    const entry = { actor: 'p1', action: 'release.approve', subjectKind: 'release', subjectId: `r${i}` };
    await trail.record(database.queries, entry);
    clock.travel(1_000);
  }
  await seal.perform();
};
const proof = (wishes: Partial<Parameters<typeof verifyChain>[1]> = {}) =>
  verifyChain(database.queries, { publicKey: null, known: null, ...wishes });
const fault = async () => (await proof()).fault;
/** Does something to the database, looks, and undoes it. */
const after = async (statement: string) => {
  const undo = new Error('undo');
  let found: unknown;
  await database
    .transaction(async (queries) => {
      for (const part of statement.split(';')) await sql.raw(part).execute(queries);
      found = (await verifyChain(queries, { publicKey: null, known: null })).fault;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return found;
};

test('the key is made once, kept sealed, and its first use stands in the chain itself', async () => {
  await record(3);
  const again = await openAuditKey({
    ...{ database, audit: trail, clock, box },
    ...{ given: null, suite: 'national' },
  });
  const { keys, ...held } = await proof();
  expect(keys).toEqual([expect.objectContaining({ id: again.keyId, publicKey: again.key.publicKey })]);
  const { sealed_private: kept } = await database.queries
    .selectFrom('audit_key')
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(kept).not.toContain(again.key.privateKey);
  expect(held).toMatchObject({ entries: 4, unsealed: 0, signedThrough: 4, checkpoints: 1, fault: null });
});

test('a checkpoint stays every hour, and each is verified', async () => {
  for (let hour = 0; hour < 3; hour += 1) {
    clock.travel(3_600_000);
    await record(2);
  }
  expect(await proof()).toMatchObject({ entries: 10, checkpoints: 4, signedThrough: 10, fault: null });
  expect((await proof({ publicKey: 'ed25519:other' })).fault).toMatchObject({ kind: 'unknownKey' });
});

test('entries cut off after the last checkpoint are found by the signed end', async () => {
  await record(2);
  expect(await after('delete from audit_entry where seal_seq > 10')).toMatchObject({
    ...{ kind: 'cut', sequence: 11 },
  });
  expect(await after('delete from audit_entry where seal_seq > 10; delete from audit_head')).toMatchObject({
    kind: 'unsigned',
  });
});

test('an altered, missing or reordered entry is named, and a forged checkpoint too', async () => {
  expect(await after("update audit_entry set actor = 'p2' where seal_seq = 3")).toMatchObject({
    ...{ kind: 'altered', sequence: 3 },
  });
  expect(await after('delete from audit_entry where seal_seq = 5')).toMatchObject({
    ...{ kind: 'missing', sequence: 5 },
  });
  expect(
    await after(
      `update audit_entry set seal_seq = 99 where seal_seq = 6; update audit_entry set seal_seq = 6 where seal_seq = 7;
       update audit_entry set seal_seq = 7 where seal_seq = 99`,
    ),
  ).toMatchObject({ kind: 'moved', sequence: 6, foundAt: 7 });
  expect(await after("update audit_checkpoint set hash = repeat('0', 64) where sequence = 6")).toMatchObject({
    kind: 'forged',
    sequence: 6,
  });
  expect(await fault()).toBeNull();
});

test('a chain that was cut is not signed anew when it grows again, and one sealed anew contradicts what was signed', async () => {
  const whole = await proof();
  expect((await proof({ known: { sequence: 3, hash: 'f'.repeat(64) } })).fault).toMatchObject({
    ...{ kind: 'resealed', sequence: 3 },
  });
  expect((await proof({ known: { sequence: 99, hash: whole.head } })).fault).toMatchObject({ kind: 'cut' });
  await database.queries.deleteFrom('audit_entry').where('seal_seq', '>', 10).execute();
  await record(4);
  expect((await proof()).fault).toMatchObject({ kind: 'resealed', sequence: 12 });
});
