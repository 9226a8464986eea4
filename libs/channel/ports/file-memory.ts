import type { FilePort } from '../ports.js';
import { inside } from './file-disk.js';

/** The fake: files that last as long as the object. */
export class MemoryFiles implements FilePort {
  readonly files = new Map<string, Uint8Array>();

  async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    this.files.set(inside(root, path), typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes);
  }

  async read(root: string, path: string): Promise<Uint8Array | null> {
    return this.files.get(inside(root, path)) ?? null;
  }

  async remove(root: string, path: string): Promise<void> {
    this.files.delete(inside(root, path));
  }

  async together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    return work(this);
  }
}
