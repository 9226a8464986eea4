import type { IndexedDocument } from './freeze.js';

/** Ordinals in the tail with their term counts, side by side. */
export interface TailPostings {
  readonly ordinals: readonly number[];
  readonly counts: readonly number[];
}

const NONE: TailPostings = { ordinals: [], counts: [] };

/** The newest documents, inverted in plain maps until there are enough of them to freeze. */
export class Tail {
  private readonly slots: (IndexedDocument | undefined)[] = [];
  private readonly ordinalOf = new Map<string, number>();
  private readonly lists = new Map<number, { readonly ordinals: number[]; readonly counts: number[] }>();

  /** Ordinals given out, removed documents included. */
  get length(): number {
    return this.slots.length;
  }

  add(document: IndexedDocument): void {
    const ordinal = this.slots.push(document) - 1;
    this.ordinalOf.set(document.id, ordinal);
    document.keys.forEach((key, i) => {
      let list = this.lists.get(key);
      if (list === undefined) this.lists.set(key, (list = { ordinals: [], counts: [] }));
      list.ordinals.push(ordinal);
      list.counts.push(document.counts[i] as number);
    });
  }

  /** The document that was removed, if it was here; its postings stay behind without a document. */
  remove(id: string): IndexedDocument | undefined {
    const ordinal = this.ordinalOf.get(id);
    if (ordinal === undefined) return undefined;
    const document = this.slots[ordinal];
    this.slots[ordinal] = undefined;
    this.ordinalOf.delete(id);
    return document;
  }

  at(ordinal: number): IndexedDocument | undefined {
    return this.slots[ordinal];
  }

  postings(key: number): TailPostings {
    return this.lists.get(key) ?? NONE;
  }

  documents(): readonly IndexedDocument[] {
    return this.slots.filter((document) => document !== undefined);
  }
}
