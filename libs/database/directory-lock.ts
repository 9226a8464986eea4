import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@koujing/kernel';

/**
 * Two processes on one embedded database silently lose rows, so a directory has one holder.
 * The lock names a process id; a lock whose process is gone is taken over.
 */
export class DirectoryLock {
  readonly #path: string;

  constructor(directory: string) {
    try {
      mkdirSync(directory, { recursive: true });
    } catch (error) {
      throw unwritable(directory, error);
    }
    this.#path = join(directory, 'koujing.lock');
    if (this.#write(directory)) return;
    const holder = Number(readFileSync(this.#path, 'utf8'));
    if (isAlive(holder)) throw locked(directory, holder);
    rmSync(this.#path);
    if (!this.#write(directory)) throw locked(directory, holder);
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }

  #write(directory: string): boolean {
    try {
      const file = openSync(this.#path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw unwritable(directory, error);
    }
  }
}

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const locked = (directory: string, holder: number): Problem =>
  new Problem('unavailable', [
    {
      code: 'dataDirectoryLocked',
      message: `数据目录 ${directory} 正由进程 ${holder} 使用，请先停止它，或换一个目录（KOUJING_DATA）。`,
      messageEn: `The data directory ${directory} is in use by process ${holder}; stop it first, or choose another directory (KOUJING_DATA).`,
    },
  ]);

const unwritable = (directory: string, error: unknown): Problem =>
  new Problem('unavailable', [
    {
      code: 'dataDirectoryUnwritable',
      message: `数据目录 ${directory} 无法写入（${(error as NodeJS.ErrnoException).code ?? '未知原因'}），请检查权限或换一个目录（KOUJING_DATA）。`,
      messageEn: `The data directory ${directory} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); check its permissions or choose another (KOUJING_DATA).`,
    },
  ]);
