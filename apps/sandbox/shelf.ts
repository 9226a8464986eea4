import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Line<Item> {
  readonly id: string;
  /** Missing when the item was taken away. */
  readonly item?: Item;
}

/**
 * Items by id, in the order of their first arrival. With a file, every change is one appended line, written
 * before the call is answered: a process killed in between loses at most the line it was writing.
 */
export class Shelf<Item> {
  readonly #items = new Map<string, Item>();
  readonly #file: string | undefined;

  constructor(directory: string | undefined, name: string) {
    if (directory === undefined) return;
    mkdirSync(directory, { recursive: true });
    this.#file = join(directory, `${name}.jsonl`);
    if (existsSync(this.#file)) this.#read(this.#file);
  }

  get(id: string): Item | undefined {
    return this.#items.get(id);
  }

  values(): Item[] {
    return [...this.#items.values()];
  }

  get size(): number {
    return this.#items.size;
  }

  put(id: string, item: Item): Item {
    this.#write({ id, item });
    this.#items.set(id, item);
    return item;
  }

  remove(id: string): boolean {
    if (!this.#items.has(id)) return false;
    this.#write({ id });
    return this.#items.delete(id);
  }

  #write(line: Line<Item>): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  /** Replays the file and rewrites it without what is gone; a torn last line is dropped. */
  #read(file: string): void {
    const lines = readFileSync(file, 'utf8').split('\n');
    lines.pop();
    for (const text of lines) {
      const line = JSON.parse(text) as Line<Item>;
      if (line.item === undefined) this.#items.delete(line.id);
      else this.#items.set(line.id, line.item);
    }
    const kept = [...this.#items].map(([id, item]) => `${JSON.stringify({ id, item })}\n`);
    writeFileSync(`${file}.new`, kept.join(''));
    renameSync(`${file}.new`, file);
  }
}
