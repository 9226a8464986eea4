import { readFileSync } from 'node:fs';
import type { Database } from '@koujing/database';
import type { SuiteName } from '@koujing/crypto';
import { HouseKey, secretBoxFrom, type SecretBox } from '@koujing/dispatch';
import { Problem } from '@koujing/kernel';

/**
 * The key that seals channel credentials, if the environment names one.
 * Several processes on one PostgreSQL must be given the same one; two, the former first, while it is replaced. @throws Problem `badInput`
 */
export const keyFromEnvironment = (environment: NodeJS.ProcessEnv): SecretBox | null => {
  const given = environment['KOUJING_SECRET_KEY'];
  return given === undefined || given === '' ? null : secretBoxFrom(given);
};

/** @throws Problem `unavailable` for another key than the database was sealed with */
export const proveKey = (database: Database, box: SecretBox): Promise<void> =>
  database.transaction((queries) => new HouseKey().prove(queries, box));

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
