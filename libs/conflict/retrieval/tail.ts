import type { IndexedDocument } from './indexed-document.js';

const NONE: readonly number[] = [];

/** The newest documents, inverted in plain maps until there are enough of them to freeze. */
export class Tail {
  private readonly slots: (IndexedDocument | undefined)[] = [];
  private readonly ordinalOf = new Map<number, number>();
  private readonly lists = new Map<number, number[]>();
  private readonly counts: number[] = [];
  #longest = 0;
  private readonly repeats = new Map<number, number[]>();

  /** Ordinals given out, removed documents included. */
  get length(): number {
    return this.slots.length;
  }

  add(document: IndexedDocument): void {
    const ordinal = this.slots.push(document) - 1;
    this.ordinalOf.set(document.handle, ordinal);
    this.counts.push(document.keys.length);
    this.#longest = Math.max(this.#longest, document.keys.length);
    for (const key of document.keys) append(this.lists, key, ordinal);
    for (const key of document.repeated) append(this.repeats, key, ordinal);
  }

  /** The document that was removed, if it was here; its postings stay behind without a document. */
  remove(handle: number): IndexedDocument | undefined {
    const ordinal = this.ordinalOf.get(handle);
    if (ordinal === undefined) return undefined;
    const document = this.slots[ordinal];
    this.slots[ordinal] = undefined;
    this.ordinalOf.delete(handle);
    return document;
  }

  at(ordinal: number): IndexedDocument | undefined {
    return this.slots[ordinal];
  }

  /** Numbers of distinct terms by ordinal. */
  get lengths(): readonly number[] {
    return this.counts;
  }

  get longest(): number {
    return this.#longest;
  }

  /** Ordinals of the documents that hold the key. */
  postings(key: number): readonly number[] {
    return this.lists.get(key) ?? NONE;
  }

  /** Those that hold it more than once. */
  repeated(key: number): readonly number[] {
    return this.repeats.get(key) ?? NONE;
  }

  documents(): readonly IndexedDocument[] {
    return this.slots.filter((document) => document !== undefined);
  }
}

function append(lists: Map<number, number[]>, key: number, ordinal: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [ordinal]);
  else list.push(ordinal);
}
