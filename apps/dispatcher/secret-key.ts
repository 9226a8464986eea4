import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@koujing/database';
import { secretBoxFrom, type SecretBox } from '@koujing/dispatch';

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
