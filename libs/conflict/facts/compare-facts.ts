import type { FactConflict, FactSide } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import { valuesAgree } from './agreement.js';
import { extractFacts } from './extract-facts.js';
import type { Fact } from './fact.js';
import { readableValue } from './fact-value.js';
import { frameLikeness, kindKey, peopleMatch } from './likeness.js';
import { isUpdate } from './update.js';

interface Candidate {
  readonly a: Fact;
  readonly b: Fact;
  readonly score: number;
  readonly agree: boolean;
}

/** Facts in sentences that both releases state word for word cannot disagree; each sentence is used up once. */
const unsettled = (facts: readonly Fact[], others: readonly Fact[]): Fact[] => {
  const keys = new Set(others.map((fact) => fact.sentenceKey));
  return facts.filter((fact) => !keys.has(fact.sentenceKey));
};

/** From here on the words around two values count as the same clause. */
const sameFrame = 0.93;
/** Ties between two partners go to the one that agrees: a false alarm is the worse mistake. */
const agreementBonus = 0.08;
/** Least likeness for a disagreement to be reported, by kind; crying wolf over loosely alike clauses is the worse mistake. */
const thresholds: Readonly<Record<string, number>> = {
  people: 0.5,
  polarity: 0.8,
  place: 0.6,
  date: 0.55,
  time: 0.55,
  warningColour: 0.5,
  responseLevel: 0.4,
  magnitude: 0.4,
  phone: 0.5,
};
const defaultThreshold = 0.55;
/** Below this nothing is aligned at all. */
const floor = 0.3;
/** Equal status, tally and scope speak for one count even where the clauses are built differently. */
const statusWeight = 0.4;
/** … and more so where both name the tally. */
const keyedWeight = 0.5;

const likeness = (a: Fact, b: Fact, kind: string): number => {
  if (kind !== 'people') return frameLikeness(a, b);
  const match = peopleMatch(a, b);
  if (match < 0) return 0;
  const frame = frameLikeness(a, b);
  const weight = match > 0 ? (a.tally !== undefined && a.tally === b.tally ? keyedWeight : statusWeight) : 0;
  return frame * (1 - weight) + weight;
};

const candidatesOf = (as: readonly Fact[], bs: readonly Fact[], kind: string): Candidate[] => {
  const found: Candidate[] = [];
  for (const a of as) {
    for (const b of bs) {
      const score = likeness(a, b, kind);
      if (score < floor) continue;
      const agree = valuesAgree(a.value, b.value, score >= sameFrame);
      found.push({ a, b, agree, score: score + (agree ? agreementBonus : 0) });
    }
  }
  return found.sort((one, other) => other.score - one.score);
};

/** Best partners first, each fact once. */
const paired = (candidates: readonly Candidate[]): Candidate[] => {
  const taken = new Set<Fact>();
  return candidates.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
};

const byKind = (facts: readonly Fact[]): Map<string, Fact[]> => Map.groupBy(facts, kindKey);

const side = (release: ReleaseText, fact: Fact): FactSide => ({
  release: release.id,
  text: fullText(release).slice(fact.clauseStart, fact.clauseEnd).trim(),
  start: fact.start,
  end: fact.end,
  value: readableValue(fact),
});

const conflictOf = (a: ReleaseText, b: ReleaseText, pair: Candidate): FactConflict => ({
  attribute: pair.a.attribute,
  a: side(a, pair.a),
  b: side(b, pair.b),
  ...(isUpdate(a, b, pair) && { update: true as const }),
});

/**
 * Facts of two releases on one matter that cannot both hold, updates among them marked.
 * The caller decides that the matter is the same; against another period everything differs.
 */
export const compareFacts = (
  a: ReleaseText,
  b: ReleaseText,
  factsA: readonly Fact[] = extractFacts(a),
  factsB: readonly Fact[] = extractFacts(b),
): readonly FactConflict[] => {
  const left = byKind(unsettled(factsA, factsB));
  const right = byKind(unsettled(factsB, factsA));
  const conflicts: FactConflict[] = [];
  for (const [kind, as] of left) {
    const threshold = thresholds[kind] ?? defaultThreshold;
    for (const pair of paired(candidatesOf(as, right.get(kind) ?? [], kind))) {
      if (!pair.agree && pair.score >= threshold) conflicts.push(conflictOf(a, b, pair));
    }
  }
  return conflicts;
};
