import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file, or the names in a folder, on the disk and not only on their way there: what is told as done outlives a power cut. */
export const flush = (path: string): void => {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
