/** A clause as it stands, with its sentence. */
export interface Clause {
  readonly text: string;
  /** UTF-16 offset into title + "\n" + body. */
  readonly start: number;
  readonly sentence: string;
  /** The title, which the body takes as said. */
  readonly title: string;
}

/** Clauses of a text, in order; 、 joins what stands in one. */
export const clausesIn = (text: string): readonly Clause[] => {
  const clauses: Clause[] = [];
  const title = text.slice(0, Math.max(0, text.indexOf('\n')));
  for (const sentence of text.matchAll(/[^。！!？?\n]+/gu))
    for (const clause of sentence[0].matchAll(/[^，,；;]+/gu))
      clauses.push({
        text: clause[0],
        start: sentence.index + clause.index,
        sentence: sentence[0],
        title,
      });
  return clauses;
};

/** Pairs of letters in a row. */
export const pairsOf = (words: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const run of words.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 1 < run[0].length; at += 1) pairs.add(run[0].slice(at, at + 2));
  return pairs;
};
