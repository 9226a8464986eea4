import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { bigramCounts } from '../../libs/conflict/retrieval/bigrams.js';
import { titleSimilarity } from '../../libs/conflict/title-similarity.js';
import { textOf } from './training-set.js';

/** string-similarity over the whole texts. */
export const dice = (a: ReleaseText, b: ReleaseText): number => titleSimilarity(textOf(a), textOf(b));

/** Symmetric BM25 over character bigrams, each side scored as query and divided by its score for itself. */
export class Bm25 {
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly frequency = new Map<number, number>();
  private mean = 0;

  constructor(releases: readonly ReleaseText[]) {
    for (const release of releases) {
      if (this.counts.has(release.id)) continue;
      const counts = bigramCounts(textOf(release));
      this.counts.set(release.id, counts);
      for (const key of counts.keys()) this.frequency.set(key, (this.frequency.get(key) ?? 0) + 1);
      this.mean += counts.size;
    }
    this.mean /= this.counts.size;
  }

  score(a: ReleaseText, b: ReleaseText): number {
    return (this.oneWay(a, b) / this.oneWay(a, a) + this.oneWay(b, a) / this.oneWay(b, b)) / 2;
  }

  private oneWay(query: ReleaseText, document: ReleaseText): number {
    const counts = this.counts.get(document.id) as Map<number, number>;
    let score = 1e-9;
    for (const key of (this.counts.get(query.id) as Map<number, number>).keys()) {
      const count = counts.get(key);
      if (count === undefined) continue;
      const seen = this.frequency.get(key) as number;
      score +=
        (Math.log(1 + (this.counts.size - seen + 0.5) / (seen + 0.5)) * count * 2.2) /
        (count + 1.2 * (0.25 + (0.75 * counts.size) / this.mean));
    }
    return score;
  }
}
