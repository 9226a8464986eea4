import type { Queries, Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import type { Reached } from './chain-fault.sql.js';
import { signCheckpoint, type Checkpoint, type Signer } from './checkpoint.js';

/** So many entries, or so long after the last one, a checkpoint that stays: whichever comes first. */
const everyEntries = 1_000;
const everyMs = 60 * 60_000;

/** Signs the end of the chain, and at intervals a checkpoint. The caller holds the sealer's lock. */
export const signHead = async (
  queries: Queries,
  { sequence, hash }: Reached,
  { signer, now }: { readonly signer: Signer; readonly now: Date },
): Promise<void> => {
  const place = { sequence, hash, at: now.toISOString() };
  const head = rowOf(signCheckpoint('head', place, signer));
  await queries
    .insertInto('audit_head')
    .values({ name: 'chain', ...head })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(head))
    .execute();
  const last = await lastCheckpoint(queries);
  const isDue =
    last === null ||
    sequence - last.sequence >= everyEntries ||
    Math.abs(now.getTime() - Date.parse(last.at)) >= everyMs;
  if (!isDue) return;
  await queries
    .insertInto('audit_checkpoint')
    .values(rowOf(signCheckpoint('checkpoint', place, signer)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const lastCheckpoint = async (queries: Queries): Promise<Checkpoint | null> => {
  const row = await queries
    .selectFrom('audit_checkpoint')
    .selectAll()
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : checkpointOf(row);
};

export const checkpointsOf = async (queries: Queries): Promise<readonly Checkpoint[]> =>
  (await queries.selectFrom('audit_checkpoint').selectAll().orderBy('sequence').execute()).map(checkpointOf);

export const signedHead = async (queries: Queries): Promise<Checkpoint | null> => {
  const row = await queries
    .selectFrom('audit_head')
    .selectAll()
    .where('name', '=', 'chain')
    .executeTakeFirst();
  return row === undefined ? null : checkpointOf(row);
};

/** Public keys by their short names. */
export const auditKeys = async (
  queries: Queries,
): Promise<readonly { readonly id: string; readonly publicKey: string; readonly since: Date }[]> =>
  (await queries.selectFrom('audit_key').selectAll().orderBy('created_at').orderBy('id').execute()).map(
    ({ id, public_key: publicKey, created_at: since }) => ({ id, publicKey, since }),
  );

const rowOf = ({ sequence, hash, at, keyId, signature }: Checkpoint) => ({
  ...{ sequence, hash, signature },
  ...{ at: new Date(at), key_id: keyId },
});

const checkpointOf = (row: Selectable<Schema['audit_checkpoint']>): Checkpoint => ({
  sequence: row.sequence,
  hash: row.hash,
  at: row.at.toISOString(),
  keyId: row.key_id,
  signature: row.signature,
});
