/** A matter with the words that a release on it must hold one of, and the time (milliseconds) in which it is looked for. */
export interface SoughtMatter<M> {
  readonly matter: M;
  /** Of two characters and more. */
  readonly words: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Matters by their words. Texts are asked about in order of time, so that what is over is passed once and never again. */
export class MattersByWord<M> {
  /** By the first two characters. */
  private readonly byHead = new Map<number, WordList<M>[]>();
  private readonly spans: readonly { readonly from: number; readonly to: number }[];

  constructor(matters: readonly SoughtMatter<M>[]) {
    const byWord = new Map<string, SoughtMatter<M>[]>();
    for (const matter of matters) for (const word of new Set(matter.words)) append(byWord, word, matter);
    for (const [word, sought] of byWord) append(this.byHead, pair(word, 0), new WordList(word, sought));
    this.spans = merged(matters);
  }

  /** Whether any matter is looked for at that time. */
  anyOpenAt(time: number): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.spans[middle] as { to: number }).to < time) low = middle + 1;
      else high = middle;
    }
    return (this.spans[low]?.from ?? Infinity) <= time;
  }

  /** The matters looked for at `time` of which the text holds a word. */
  in(text: string, time: number): ReadonlySet<M> {
    const found = new Set<M>();
    const seen = new Set<WordList<M>>();
    for (let at = 0; at + 1 < text.length; at++)
      for (const list of this.byHead.get(pair(text, at)) ?? []) {
        if (seen.has(list) || !text.startsWith(list.word, at)) continue;
        seen.add(list);
        for (const { matter } of list.openAt(time)) found.add(matter);
      }
    return found;
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const pair = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0;

/** Matters that share a word, those still open apart from those to come. */
class WordList<M> {
  private readonly coming: readonly SoughtMatter<M>[];
  private next = 0;
  private open: SoughtMatter<M>[] = [];

  constructor(
    readonly word: string,
    matters: readonly SoughtMatter<M>[],
  ) {
    this.coming = [...matters].sort((x, y) => x.from - y.from);
  }

  openAt(time: number): readonly SoughtMatter<M>[] {
    for (
      let one = this.coming[this.next];
      one !== undefined && one.from <= time;
      one = this.coming[this.next]
    ) {
      this.open.push(one);
      this.next++;
    }
    this.open = this.open.filter(({ to }) => to >= time);
    return this.open;
  }
}

/** The times of all of them, joined where they overlap, in order. */
function merged(
  matters: readonly SoughtMatter<unknown>[],
): readonly { readonly from: number; readonly to: number }[] {
  const spans: { readonly from: number; to: number }[] = [];
  for (const { from, to } of [...matters].sort((x, y) => x.from - y.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (from <= to) spans.push({ from, to });
  }
  return spans;
}
