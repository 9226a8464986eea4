import { boundedFacts } from './bounded-facts.js';
import { duplicateProbability } from './duplicate.js';
import { compareFacts } from './facts/index.js';
import type { FactConflict } from './finding.js';
import type { ReleaseText } from './release-text.js';
import { profileOf } from './same-matter/profile.js';
import { sameMatter } from './same-matter/score.js';

/** What `koujing pairs` prints per line. */
export interface PairComparison {
  /** 0..1; decided at 0.5. */
  readonly sameMatter: number;
  readonly duplicate: number;
  /** Every difference, whatever `sameMatter` says; those that a later as-of time explains carry `update`. */
  readonly contradictions: readonly FactConflict[];
}

export function comparePair(a: ReleaseText, b: ReleaseText): PairComparison {
  const before = profileOf(a);
  const after = profileOf(b);
  return {
    sameMatter: sameMatter(before, after).probability,
    duplicate: duplicateProbability(before, after),
    contradictions: compareFacts(a, b, boundedFacts(a), boundedFacts(b)),
  };
}
