import type { Fact } from './fact.js';

/** How strongly sentences of two releases are tied by words that few other sentences of either hold. */
export interface SentenceLinks {
  /** 0 and up; 1 is about one telling pair of letters in common and no other place for it. */
  readonly between: (a: Fact, b: Fact) => number;
  /** Neither sentence is tied more to another one of the other release. */
  readonly mutual: (a: Fact, b: Fact) => boolean;
}

/** Sentences beyond these are an annex. */
const MOST = 40;

const sentencesIn = (facts: readonly Fact[]): ReadonlyMap<string, Int32Array> => {
  const found = new Map<string, Int32Array>();
  for (const { sentenceKey, frame } of facts)
    if (!found.has(sentenceKey) && found.size < MOST) found.set(sentenceKey, frame.wide);
  return found;
};

/** In how many sentences each pair of letters stands. */
const spread = (sentences: ReadonlyMap<string, Int32Array>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const pairs of sentences.values())
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
};

/**
 * Each pair of letters that two sentences share counts the less, the more sentences of either release hold it: 台风 stands in all of
 * them and ties none, 跨海大桥 stands in one of each and ties those two. No corpus is asked, so it holds for any kind of text.
 */
export const sentenceLinks = (factsA: readonly Fact[], factsB: readonly Fact[]): SentenceLinks => {
  const inA = sentencesIn(factsA);
  const inB = sentencesIn(factsB);
  const spreadA = spread(inA);
  const spreadB = spread(inB);
  const ties = new Map<string, ReadonlyMap<string, number>>();
  const bestOfB = new Map<string, number>();
  for (const [a, own] of inA) {
    const held = new Set(own);
    const row = new Map<string, number>();
    for (const [b, other] of inB) {
      let sum = 0;
      for (const pair of other)
        if (held.has(pair)) sum += 1 / ((spreadA.get(pair) ?? 1) * (spreadB.get(pair) ?? 1));
      if (sum === 0) continue;
      row.set(b, sum);
      bestOfB.set(b, Math.max(bestOfB.get(b) ?? 0, sum));
    }
    ties.set(a, row);
  }
  const between = (a: Fact, b: Fact): number => ties.get(a.sentenceKey)?.get(b.sentenceKey) ?? 0;
  return {
    between,
    mutual: (a, b) => {
      const own = between(a, b);
      return (
        own > 0 &&
        own >= Math.max(0, ...(ties.get(a.sentenceKey)?.values() ?? [])) &&
        own >= (bestOfB.get(b.sentenceKey) ?? 0)
      );
    },
  };
};
