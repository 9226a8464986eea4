import { resolve, sep } from 'node:path';
import { SystemClock, type Clock } from '@koujing/kernel';
import type { FilePort } from '../ports.js';
import { inside } from './file-disk.js';

/** The fake: files that last as long as the object. */
export class MemoryFiles implements FilePort {
  readonly files = new Map<string, Uint8Array>();
  readonly #changed = new Map<string, Date>();

  constructor(private readonly clock: Clock = new SystemClock()) {}

  async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    const target = inside(root, path);
    this.files.set(target, typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes);
    this.#changed.set(target, this.clock.now());
  }

  async read(root: string, path: string): Promise<Uint8Array | null> {
    return this.files.get(inside(root, path)) ?? null;
  }

  async remove(root: string, path: string): Promise<void> {
    this.files.delete(inside(root, path));
  }

  async walk(...[root, from, limit]: Parameters<FilePort['walk']>): ReturnType<FilePort['walk']> {
    const folder = `${resolve(root)}${sep}`;
    const left = [...this.files.keys()]
      .filter((path) => path.startsWith(folder) && !path.slice(folder.length).startsWith('.'))
      .map((path) => path.slice(folder.length))
      .toSorted()
      .filter((path) => from === null || path > from);
    const paths = left.slice(0, limit);
    return { paths, next: left.length > limit ? (paths.at(-1) ?? null) : null };
  }

  async changedAt(root: string, path: string): Promise<Date | null> {
    const target = inside(root, path);
    return this.files.has(target) ? (this.#changed.get(target) ?? null) : null;
  }

  async together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    return work(this);
  }
}
