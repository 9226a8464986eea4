import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** The writing half of `node:fs`: what is kept in files goes through it, so that a test can let any one step of it fail. */
export type Disk = Pick<
  typeof fs,
  'mkdirSync' | 'writeFileSync' | 'renameSync' | 'openSync' | 'fsyncSync' | 'closeSync' | 'createWriteStream'
> & { readonly promises: Pick<typeof fs.promises, 'mkdir' | 'open' | 'rename'> };

export const systemDisk: Disk = fs;

/** A file, or the names in a folder, on the disk and not only on their way there: what is told as done outlives a power cut. */
export const flush = (path: string, disk: Disk = systemDisk): void => {
  const handle = disk.openSync(path, 'r');
  try {
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
};

/** A new file that is whole and on the disk, or none. */
export const writeWhole = (path: string, content: string, disk: Disk = systemDisk): void => {
  const partial = `${path}.partial`;
  let isOurs = false;
  try {
    disk.writeFileSync(partial, content, { mode: 0o600, flush: true });
    disk.renameSync(partial, path);
    isOurs = true;
    flush(dirname(path), disk);
  } catch (error) {
    // What somebody else put there meanwhile stays: a whole file lost is worse than a name that is taken.
    for (const left of [partial, ...(isOurs ? [path] : [])]) fs.rmSync(left, { force: true });
    throw error;
  }
};
