import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretBoxFrom, type SecretBox } from '@koujing/dispatch';
import { writeOwn } from './own-file.js';

const fileIn = (directory: string): string => join(directory, 'secret.key');
const formerIn = (directory: string): string => join(directory, 'secret.key.former');

const newKey = (): string => randomBytes(32).toString('base64');

/** The key of this data directory, from a file that only we can read; made at the first start. */
export const keyFromFile = (directory: string): SecretBox => {
  mkdirSync(directory, { recursive: true });
  if (!hasKeyFile(directory)) writeOwn(fileIn(directory), newKey());
  return secretBoxFrom(readFileSync(fileIn(directory), 'utf8').trim());
};

export const hasKeyFile = (directory: string): boolean => existsSync(fileIn(directory));

/** Writes a new key on the second line, unless one stands there already: then that one is being brought in. */
export const addSuccessor = (directory: string): void => {
  const keys = keysIn(directory);
  if (keys.length === 1) writeOwn(fileIn(directory), [...keys, newKey()].join('\n'));
};

/** What the database no longer needs goes into a file of its own: backups of before are opened with it. */
export const setFormerAside = (directory: string): void => {
  const keys = keysIn(directory);
  if (keys.length < 2) return;
  const former = existsSync(formerIn(directory)) ? readFileSync(formerIn(directory), 'utf8').trim() : '';
  const known = former.split('\n');
  const kept = [
    ...known.filter((key) => key !== ''),
    ...keys.slice(0, -1).filter((key) => !known.includes(key)),
  ];
  writeOwn(formerIn(directory), kept.join('\n'));
  writeOwn(fileIn(directory), keys.at(-1) ?? '');
};

const keysIn = (directory: string): readonly string[] =>
  readFileSync(fileIn(directory), 'utf8')
    .split(/[\s,]+/u)
    .filter((key) => key !== '');
