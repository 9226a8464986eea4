import type { Dir } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder that is being read, and how much of it has been. */
interface Opened {
  readonly folder: string;
  readonly dir: Dir;
  taken: number;
}
type Kept = readonly (readonly [folder: string, taken: number])[];

interface Walked {
  readonly paths: readonly string[];
  readonly next: string | null;
}

/** Entries of one call of the operating system. */
const bufferSize = 1_024;
/** What was taken away since moves the rest up: read again rather than passed over; a tenth of a step, so that it goes on. */
const againAfterOpening = 1_000;

/**
 * Goes through the files below a folder some at a time. A folder of ten million files is never read as a whole: it stays open
 * between two calls. Another process, or this one after a start, opens it anew and passes over what was taken, which costs one
 * reading of names.
 */
export class FolderWalk {
  #open: Opened[] = [];
  #place = '';
  #former: Promise<unknown> = Promise.resolve();

  constructor(private readonly base: string) {}

  /** One after the other: who no longer waits for a slow call asks again from the same place, while that call still reads. */
  some(from: string | null, limit: number): Promise<Walked> {
    const walked = this.#former.then(() => this.#some(from, limit));
    this.#former = walked.catch(() => null);
    return walked;
  }

  async #some(from: string | null, limit: number): Promise<Walked> {
    if (from === null || from !== this.#place) await this.#goTo(from, limit);
    // Where a step fails, what was taken is taken again.
    this.#place = '';
    const paths: string[] = [];
    for (let read = 0; read < limit && this.#open.length > 0; read += 1) {
      const path = await this.#step();
      if (path !== null) paths.push(path);
    }
    const next = this.#open.length === 0 ? null : this.#told();
    this.#place = next ?? '';
    return { paths, next };
  }

  #told(): string {
    return JSON.stringify(this.#open.map(({ folder, taken }) => [folder, taken]));
  }

  /** The next file; null where there was none at this step. */
  async #step(): Promise<string | null> {
    const here = this.#open.at(-1);
    if (here === undefined) return null;
    const entry = await here.dir.read();
    if (entry === null) {
      await here.dir.close();
      this.#open.pop();
      return null;
    }
    here.taken += 1;
    if (entry.name.startsWith('.')) return null;
    const path = here.folder === '' ? entry.name : `${here.folder}/${entry.name}`;
    if (!entry.isDirectory()) return path;
    await this.#enter(path, 0);
    return null;
  }

  async #goTo(from: string | null, limit: number): Promise<void> {
    const again = Math.min(againAfterOpening, Math.floor(limit / 10));
    const left = this.#open;
    this.#open = [];
    for (const { dir } of left) await dir.close();
    const kept: Kept = from === null ? [['', 0]] : (JSON.parse(from) as Kept);
    for (const [depth, [folder, taken]] of kept.entries()) {
      // The one above stands right behind this folder; only the last is read on.
      const isLast = depth === kept.length - 1;
      if (!(await this.#enter(folder, isLast ? Math.max(0, taken - again) : taken))) return;
    }
  }

  /** False where the folder is gone: what lies above it goes on. @throws where the root itself cannot be read. */
  async #enter(folder: string, taken: number): Promise<boolean> {
    const dir = await opendir(join(this.base, folder), { bufferSize }).catch((error: unknown) => {
      if (folder === '') throw error;
      return null;
    });
    if (dir === null) return false;
    let passed = 0;
    while (passed < taken && (await dir.read()) !== null) passed += 1;
    this.#open.push({ folder, dir, taken: passed });
    return true;
  }
}
