import { keyIdOf, suiteNamed, suiteOfKey, type SigningKey, type SuiteName } from '@koujing/crypto';
import type { Database, Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { sql } from 'kysely';
import type { AuditTrail } from './audit-trail.sql.js';
import type { Signer } from './checkpoint.js';

/** Two processes that start at once must not make two keys; the number only has to differ from other advisory locks. */
const keyLock = 7_302;

/** Keeps a private key where anybody who reads the database finds nothing to sign with. */
export interface KeyBox {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}

export interface AuditKeyParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly box: KeyBox;
  /** From a file or the environment; null for one that the house makes and keeps sealed. */
  readonly given: string | null;
  readonly suite: SuiteName;
}

/** The key that checkpoints are signed with. The first use of a key is an entry of the chain itself. @throws Problem `badInput` */
export const openAuditKey = async (parts: AuditKeyParts): Promise<Signer> => {
  const { database, given } = parts;
  const suite = (given === null ? null : suiteOfKey(given)) ?? suiteNamed(parts.suite);
  const key = await database.transaction(async (queries) => {
    await sql`select pg_advisory_xact_lock(${keyLock})`.execute(queries);
    if (given === null) return (await keptKey(queries, parts)) ?? (await made(queries, parts));
    const pair = suite.signingKeyFrom(given);
    await register(queries, parts, { pair, sealed: null });
    return pair;
  });
  return { suite, key, keyId: keyIdOf(key.publicKey) };
};

/** The newest key of this suite that the house made. */
const keptKey = async (queries: Queries, { box, suite }: AuditKeyParts): Promise<SigningKey | null> => {
  const { scheme, signingKeyFrom } = suiteNamed(suite);
  const row = await queries
    .selectFrom('audit_key')
    .select(['id', 'sealed_private'])
    .where('sealed_private', 'is not', null)
    .where('public_key', 'like', `${scheme}:%`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row?.sealed_private == null) return null;
  return signingKeyFrom(box.open(row.sealed_private, contextOf(row.id)));
};

const made = async (queries: Queries, parts: AuditKeyParts): Promise<SigningKey> => {
  const pair = suiteNamed(parts.suite).newSigningKey();
  const sealed = parts.box.seal(pair.privateKey, contextOf(keyIdOf(pair.publicKey)));
  await register(queries, parts, { pair, sealed });
  return pair;
};

const register = async (
  queries: Queries,
  { audit, clock }: AuditKeyParts,
  { pair, sealed }: { readonly pair: SigningKey; readonly sealed: string | null },
): Promise<void> => {
  const id = keyIdOf(pair.publicKey);
  const { numInsertedOrUpdatedRows } = await queries
    .insertInto('audit_key')
    .values({ id, public_key: pair.publicKey, sealed_private: sealed, created_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return;
  await audit.record(queries, {
    ...{ actor: 'system:sealer', action: 'audit.newKey', subjectKind: 'audit', subjectId: 'chain' },
    detail: { keyId: id, publicKey: pair.publicKey },
  });
};

const contextOf = (id: string): string => `audit-key ${id}`;
