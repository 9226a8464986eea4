import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.js';

/** A disk in memory that is full soon; null where this user may not mount one. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static mount(megabytes: number): SmallDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'koujing-small-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
      return new SmallDisk(folder);
    } catch {
      rmSync(folder, { recursive: true });
      return null;
    }
  }

  /** Leaves no more than this. */
  fill(leave = 0): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.#filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
  }

  empty(): void {
    rmSync(this.#filler, { force: true });
  }

  /** The system refuses while any file of the disk is open for writing, as one of the house's now and then is. */
  async mayWrite(may: boolean): Promise<void> {
    const remount = async (): Promise<string> => {
      try {
        execFileSync('mount', ['-o', `remount,${may ? 'rw' : 'ro'}`, this.folder], { stdio: 'pipe' });
        return '';
      } catch (error) {
        return String(error);
      }
    };
    await until(remount, (trouble) => trouble === '');
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.folder], { stdio: 'pipe' });
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #filler(): string {
    return join(this.folder, 'filler');
  }
}
