import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@koujing/database';
import type { SuiteName } from '@koujing/crypto';
import { secretBoxFrom, type SecretBox } from '@koujing/dispatch';
import { Problem } from '@koujing/kernel';

/**
 * The key that seals channel credentials, if the environment names one.
 * Several processes on one PostgreSQL must be given the same one. @throws Problem `badInput`
 */
export const keyFromEnvironment = (environment: NodeJS.ProcessEnv): SecretBox | null => {
  const given = environment['KOUJING_SECRET_KEY'];
  return given === undefined || given === '' ? null : secretBoxFrom(given);
};

/** The key of this data directory, from a file that only we can read; made at the first start. */
export const keyFromFile = (directory: string): SecretBox => {
  const path = join(directory, 'secret.key');
  mkdirSync(directory, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return secretBoxFrom(readFileSync(path, 'utf8').trim());
};

const proofName = 'secretKeyProof';

/**
 * The first start seals a word; every later one must be able to open it. Otherwise a process with another key
 * would seal the accounts anew and shut the others out. @throws Problem `unavailable`
 */
export const proveKey = async ({ queries }: Database, box: SecretBox): Promise<void> => {
  await queries
    .insertInto('house')
    .values({ name: proofName, value: box.seal('koujing', proofName) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await queries
    .selectFrom('house')
    .select('value')
    .where('name', '=', proofName)
    .executeTakeFirstOrThrow();
  box.open(value, proofName);
};

/** The private key that checkpoints of the record are signed with, from the environment or a file; null for one of the house's own. */
export const auditKeyFrom = (environment: NodeJS.ProcessEnv): string | null => {
  const given = environment['KOUJING_AUDIT_KEY'];
  if (given !== undefined && given !== '') return given.trim();
  const file = environment['KOUJING_AUDIT_KEY_FILE'];
  if (file === undefined || file === '') return null;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw bad('KOUJING_AUDIT_KEY_FILE', [
      `KOUJING_AUDIT_KEY_FILE 指定的文件 ${file} 读不了：${cause}。`,
      `The file ${file} of KOUJING_AUDIT_KEY_FILE cannot be read: ${cause}.`,
    ]);
  }
};

/** `KOUJING_CRYPTO`: whose algorithms new signing keys have. @throws Problem `badInput` */
export const cryptoSuiteFrom = (environment: NodeJS.ProcessEnv): SuiteName => {
  const given = environment['KOUJING_CRYPTO'] || 'international';
  if (given === 'international' || given === 'national') return given;
  throw bad('KOUJING_CRYPTO', [
    `KOUJING_CRYPTO 现为“${given}”，应为 international（Ed25519）或 national（SM2）。`,
    `KOUJING_CRYPTO is "${given}"; it must be international (Ed25519) or national (SM2).`,
  ]);
};

const bad = (field: string, [message, messageEn]: readonly [string, string]): Problem =>
  new Problem('badInput', [{ code: 'auditKey', message, messageEn, field }]);
