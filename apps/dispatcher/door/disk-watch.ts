import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { troubleOf, type Trouble } from '@koujing/database';

/** What a folder's disk answers: how many bytes are free, after one was written to it and reached it. */
export type Probe = (folder: string) => Promise<number>;

/**
 * One name for all processes, and gone before it is written: whoever is killed while it looks leaves nothing in the portal's
 * folder that the next look does not remove.
 */
const probeName = '.koujing-probe';

const probeDisk: Probe = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  const path = join(folder, probeName);
  const file = await open(path, 'w', 0o600);
  try {
    await rm(path, { force: true });
    await file.writeFile('.');
    await file.datasync();
  } finally {
    await file.close();
  }
  return bavail * bsize;
};

/**
 * Room for what is being done when it is noticed, and for the database to tidy up; below it nothing new is begun. The worse
 * mistake would be to go on until a commit fails after a platform has published.
 */
const leastFreeBytes = 100 * 1_048_576;

/** Whether what is done can be kept. Looked at every few seconds; asked at every write. */
export class DiskWatch {
  #trouble: Trouble | null = null;

  constructor(
    private readonly folders: readonly string[],
    private readonly parts: { readonly probe?: Probe; readonly leastFree?: number } = {},
  ) {}

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  async look(): Promise<void> {
    const found = await Promise.all(this.folders.map((folder) => this.#at(folder)));
    this.#trouble = found.find((trouble) => trouble !== null) ?? null;
  }

  async #at(folder: string): Promise<Trouble | null> {
    const { probe = probeDisk, leastFree = leastFreeBytes } = this.parts;
    try {
      return (await probe(folder)) < leastFree ? 'full' : null;
    } catch (error) {
      return troubleOf(error);
    }
  }
}
