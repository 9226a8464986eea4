import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretBoxFrom, type SecretBox } from '@koujing/dispatch';

/**
 * The key that seals channel credentials: from the environment, else from a file that only we can read.
 * Several processes on one PostgreSQL must be given the same one.
 */
export const openSecretBox = (environment: NodeJS.ProcessEnv, directory: string): SecretBox => {
  const given = environment['KOUJING_SECRET_KEY'];
  if (given !== undefined && given !== '') return secretBoxFrom(given);
  const path = join(directory, 'secret.key');
  mkdirSync(directory, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return secretBoxFrom(readFileSync(path, 'utf8').trim());
};
