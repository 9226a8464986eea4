import { lstat, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { newId, systemDisk, type Disk } from '@koujing/kernel';
import { FileFailure, type FilePort } from '../ports.js';
import { FolderWalk } from './folder-walk.js';

/** What the operating system's code means to an operator. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: ['没有写入权限', 'permission denied'],
  EPERM: ['没有写入权限', 'permission denied'],
  EROFS: ['文件系统只读', 'the file system is read-only'],
  ENOSPC: ['磁盘空间不足', 'the disk is full'],
  EDQUOT: ['磁盘配额用尽', 'the disk quota is used up'],
  EEXIST: ['路径中有一段不是目录', 'a part of the path is not a directory'],
  ENOTDIR: ['路径中有一段不是目录', 'a part of the path is not a directory'],
  EISDIR: ['该路径是目录', 'the path is a directory'],
};

/** What is being written lies in a folder of its own, which no server shows: a killed process leaves nothing among the pages. */
const writing = '.writing';
/** Far longer than the largest picture takes. */
const leftMs = 3_600_000;

/** Files on disk. A reader sees the old file or the new one, also after a power cut. */
export class DiskFiles implements FilePort {
  constructor(
    private readonly disk: Disk['promises'] = systemDisk.promises,
    /** Folders that whoever writes much at once flushes at the end, each once: half of what writing a page costs. */
    private readonly unflushed: Set<string> | null = null,
    private readonly tidied = new Set<string>(),
    private readonly walks = new Map<string, FolderWalk>(),
  ) {}

  async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    const target = inside(root, path);
    const folder = inside(root, writing);
    const temporary = join(folder, newId());
    try {
      await this.#inFolder(folder, () => this.#writeThrough(temporary, bytes));
      await this.#tidy(folder, temporary);
      await this.#inFolder(dirname(target), () => this.disk.rename(temporary, target));
      await this.#syncFolder(dirname(target));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw failureOf(error, target);
    }
  }

  async together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    const unflushed = new Set<string>();
    const done = await work(new DiskFiles(this.disk, unflushed, this.tidied, this.walks));
    for (const folder of unflushed)
      await this.#flush(folder).catch((error) => Promise.reject(failureOf(error, folder)));
    return done;
  }

  /** What killed processes left, once a start. */
  async #tidy(folder: string, newest: string): Promise<void> {
    if (this.tidied.has(folder)) return;
    this.tidied.add(folder);
    await removeOld(folder, newest);
  }

  async read(root: string, path: string): Promise<Uint8Array | null> {
    const target = inside(root, path);
    try {
      return await readFile(target);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw failureOf(error, target);
    }
  }

  async remove(root: string, path: string): Promise<void> {
    const target = inside(root, path);
    try {
      await rm(target, { force: true });
      await this.#syncFolder(dirname(target));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw failureOf(error, target);
    }
  }

  async walk(...[root, from, limit]: Parameters<FilePort['walk']>): ReturnType<FilePort['walk']> {
    const base = resolve(root);
    const walk = this.walks.get(base) ?? new FolderWalk(base);
    this.walks.set(base, walk);
    try {
      return await walk.some(from, limit);
    } catch (error) {
      throw failureOf(error, root);
    }
  }

  /** A copy keeps the time of its original if it is told to (`cp -p`); when the folder took it up cannot be told otherwise. */
  async changedAt(root: string, path: string): Promise<Date | null> {
    const target = inside(root, path);
    try {
      return (await lstat(target)).ctime;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw failureOf(error, target);
    }
  }

  async #writeThrough(path: string, bytes: string | Uint8Array): Promise<void> {
    const file = await this.disk.open(path, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Nearly every folder is there: it is made when the work finds none, not looked for a hundred thousand times. */
  async #inFolder(folder: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      await this.#makeFolder(folder);
      await work();
    }
  }

  /** A new folder lasts only once its parent is on disk too. */
  async #makeFolder(folder: string): Promise<void> {
    const first = await this.disk.mkdir(folder, { recursive: true });
    if (first !== undefined) await this.#syncFolder(dirname(first));
  }

  async #syncFolder(folder: string): Promise<void> {
    if (this.unflushed === null) await this.#flush(folder);
    else this.unflushed.add(folder);
  }

  async #flush(folder: string): Promise<void> {
    const handle = await this.disk.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Removes files of `folder` that are much older than this one: nobody writes so long. */
const removeOld = async (folder: string, newest: string): Promise<void> => {
  const { mtimeMs } = await stat(newest);
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && found.mtimeMs < mtimeMs - leftMs) await rm(join(folder, name), { force: true });
  }
};

/** The absolute path. @throws FileFailure `outsideRoot` for anything that would leave the root. */
export const inside = (root: string, path: string): string => {
  const base = resolve(root);
  const target = resolve(base, path);
  const leaves =
    isAbsolute(path) || path.includes('\0') || path.includes('\\') || !target.startsWith(base + sep);
  if (leaves)
    throw new FileFailure(
      `路径“${path}”不在目录 ${base} 之内。The path "${path}" leaves the folder ${base}.`,
      'outsideRoot',
    );
  return target;
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

const failureOf = (error: unknown, target: string): FileFailure => {
  const code = codeOf(error);
  const [zh, en] = reasons[code] ?? [`系统错误 ${code}`, `system error ${code}`];
  return new FileFailure(`无法写入或读取 ${target}：${zh}。Cannot write or read ${target}: ${en}.`, code);
};
