import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flush } from '@koujing/kernel';

/** A file that only we can read: whole or not at all, and on the disk before anything relies on it. */
export const writeOwn = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  flush(join(path, '..'));
};
