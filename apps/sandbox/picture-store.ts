import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of uploaded media, apart from the records that describe them. */
export class PictureStore {
  readonly #held = new Map<string, Buffer>();
  readonly #directory: string | undefined;

  constructor(directory: string | undefined) {
    if (directory === undefined) return;
    this.#directory = join(directory, 'media');
    mkdirSync(this.#directory, { recursive: true });
  }

  put(id: string, bytes: Buffer): void {
    if (this.#directory === undefined) this.#held.set(id, bytes);
    else {
      const file = join(this.#directory, id);
      writeFileSync(`${file}.new`, bytes);
      renameSync(`${file}.new`, file);
    }
  }

  /** Ids are the sandbox's own; anything else is not found. */
  get(id: string): Buffer | undefined {
    if (this.#directory === undefined) return this.#held.get(id);
    if (!/^[\w-]+$/.test(id)) return undefined;
    const file = join(this.#directory, id);
    return existsSync(file) ? readFileSync(file) : undefined;
  }
}

export type PictureType = 'jpeg' | 'png' | 'gif' | 'bmp';

/** By the first bytes, as the platforms do; the name and the declared type are not believed. */
export const pictureType = (bytes: Buffer): PictureType | undefined => {
  const head = bytes.subarray(0, 8).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head === '\x89PNG\r\n\x1a\n') return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('BM')) return 'bmp';
  return undefined;
};
