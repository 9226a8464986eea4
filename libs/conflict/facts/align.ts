import { valuesAgree } from './agreement.js';
import type { Fact } from './fact.js';
import {
  aboutMeets,
  frameLikeness,
  kindKey,
  labelLikeness,
  peopleMatch,
  stateLikeness,
  topicLikeness,
} from './likeness.js';
import { placesComparable } from './place-value.js';
import { qualifiersMeet } from './qualifier.js';
import { reachesMeet } from './scope.js';

/** Two facts taken to be about one thing. */
export interface Alignment {
  readonly a: Fact;
  readonly b: Fact;
  readonly score: number;
  readonly agree: boolean;
}

/** From here on the words around two values count as the same clause. */
const sameFrame = 0.93;
/** Ties between two partners go to the one that agrees: a false alarm is the worse mistake. */
const agreementBonus = 0.08;
/** Neither value stands anywhere in the other release. */
const orphanBonus = 0.06;
/** Each release states one value of the kind only. */
const onlyBonus = 0.08;
/** Below this nothing is aligned at all. */
const floor = 0.3;
/** Equal status, tally and scope speak for one count even where the clauses are built differently … */
const statusWeight = 0.4;
/** … and more so where both name the tally. */
const keyedWeight = 0.5;
/** Clauses about the same topic, however built: at most this much, so that frames decide between rivals. */
const topicWeight = 0.75;

interface Side {
  readonly facts: readonly Fact[];
  /** Facts of the kind in the whole release, settled ones included. */
  readonly all: readonly Fact[];
}

/** Kinds of which a release on one incident states one: little more than their being there is needed. */
const singular: Readonly<Record<string, number>> = {
  magnitude: 0.35,
  responseLevel: 0.35,
  warningColour: 0.35,
  cause: 0.45,
};
/** Kinds that are aligned by topic where the clauses are built differently. */
const topical = (kind: string): boolean =>
  kind === 'date' || kind === 'time' || kind === 'phone' || kind === 'place' || kind.startsWith('quantity');
/** From here on clauses are alike enough for their topics not to matter. */
const closeFrame = 0.85;
/** Short clauses about other things (招聘教师50人, 招聘医生80人) are alike in build only. */
const otherTopic = 0.4;
const otherTopicDamping = 0.7;
const sameLabel = 0.8;

const peopleLikeness = (a: Fact, b: Fact): number => {
  const match = peopleMatch(a, b);
  if (match < 0) return 0;
  if (match === 0.5) return 0.8 * frameLikeness(a, b);
  const weight = match > 0 ? (a.tally !== undefined && a.tally === b.tally ? keyedWeight : statusWeight) : 0;
  const cases = a.cases === true || b.cases === true;
  const words = cases ? frameLikeness(a, b) : wordLikeness(a, b, true);
  return words * (1 - weight) + weight;
};

const wordLikeness = (a: Fact, b: Fact, byTopic: boolean): number => {
  const place = a.value.type === 'place';
  const frame = frameLikeness(a, b);
  if (frame >= closeFrame || !byTopic) return frame;
  const topic = topicLikeness(a, b);
  return Math.max(
    !place && topic < otherTopic && labelLikeness(a, b, 0) < sameLabel ? frame * otherTopicDamping : frame,
    topicWeight * topic,
  );
};

/** Two numbers of the same line: 举报热线, 举报电话. */
const sameLineBase = 0.35;
const sameLine = (a: Fact, b: Fact): boolean =>
  a.frame.qualifiers.some((one) => one.startsWith('line:') && b.frame.qualifiers.includes(one));

/** 在市民中心召开, 在会展中心召开: the same thing said to be in two places. */
const venueWeight = 1.05;

const likeness = (a: Fact, b: Fact, kind: string): number => {
  if (!qualifiersMeet(a.frame.qualifiers, b.frame.qualifiers)) return 0;
  if (kind === 'people' || kind.startsWith('quantity')) {
    if (!reachesMeet(a.reach, b.reach)) return 0;
  }
  if (kind === 'people') return peopleLikeness(a, b);
  if (kind === 'polarity') return Math.max(frameLikeness(a, b), stateLikeness(a, b));
  if (kind === 'place' && a.frame.venue && b.frame.venue)
    return Math.max(frameLikeness(a, b), venueWeight * topicLikeness(a, b));
  const base = kind === 'phone' && sameLine(a, b) ? sameLineBase : (singular[kind] ?? 0);
  if (base > 0 && !aboutMeets(a, b)) return 0;
  return base + (1 - base) * wordLikeness(a, b, topical(kind));
};

const comparable = (a: Fact, b: Fact): boolean =>
  a.value.type !== 'place' || b.value.type !== 'place' || placesComparable(a.value.levels, b.value.levels);

const standsIn = (fact: Fact, others: readonly Fact[]): boolean =>
  others.some((other) => comparable(fact, other) && valuesAgree(fact.value, other.value, false));

/** A street or a bridge: a release may speak of many, so only alike clauses set two against each other. */
const isLocal = (fact: Fact): boolean =>
  fact.value.type === 'place' &&
  fact.value.levels.county === undefined &&
  fact.value.levels.prefecture === undefined;

/**
 * The first place of either release, and the other release knows neither: the two put the matter in two places
 * even where little else in the clauses is alike.
 */
const leadBonus = 0.22;
const leads = (left: Side, right: Side, i: number, j: number): boolean =>
  left.facts[i] === left.all[0] && right.facts[j] === right.all[0];

const candidatesOf = (left: Side, right: Side, kind: string): Alignment[] => {
  const orphanA = left.facts.map((fact) => !standsIn(fact, right.all));
  const orphanB = right.facts.map((fact) => !standsIn(fact, left.all));
  const only = left.all.length === 1 && right.all.length === 1 ? onlyBonus : 0;
  const found: Alignment[] = [];
  for (const [i, a] of left.facts.entries()) {
    for (const [j, b] of right.facts.entries()) {
      const like = comparable(a, b) ? likeness(a, b, kind) : 0;
      if (like < floor) continue;
      const agree = valuesAgree(a.value, b.value, like >= sameFrame);
      const streets = isLocal(a) && isLocal(b);
      const orphans = !streets && orphanA[i] === true && orphanB[j] === true ? orphanBonus : 0;
      const lead = kind === 'place' && orphans > 0 && leads(left, right, i, j) ? leadBonus : 0;
      found.push({
        a,
        b,
        agree,
        score: like + (streets ? 0 : only) + (agree ? agreementBonus : orphans + lead),
      });
    }
  }
  return found.sort((one, other) => other.score - one.score);
};

/** The toll of an incident, which a release may give in its title and again in its body. */
const isToll = (fact: Fact): boolean =>
  fact.cases !== true &&
  (fact.attribute === 'deaths' || fact.attribute === 'injured' || fact.attribute === 'missing');

/** A toll left without a partner is held against a taken one only where the clauses leave no doubt. */
const secondRound = 0.7;

/** Best partners first, each fact once; then the rest against whatever speaks of the same thing. */
const paired = (candidates: readonly Alignment[]): Alignment[] => {
  const taken = new Set<Fact>();
  const first = candidates.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
  const chosen = new Set<Fact>(first.flatMap(({ a, b }) => [a, b]));
  const second = candidates.filter(({ a, b, score, agree }) => {
    if (agree || !isToll(a) || score < secondRound || (chosen.has(a) && chosen.has(b))) return false;
    chosen.add(a).add(b);
    return true;
  });
  return [...first, ...second];
};

/** Facts in sentences that both releases state word for word are settled: they cannot disagree. */
const unsettled = (facts: readonly Fact[], others: readonly Fact[]): Fact[] => {
  const keys = new Set(others.map((fact) => fact.sentenceKey));
  return facts.filter((fact) => !keys.has(fact.sentenceKey));
};

/** More values of one kind than any release states; bounds the comparison of two hostile texts. */
const mostOfAKind = 300;
const grouped = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const groups = Map.groupBy(facts, kindKey);
  for (const [kind, list] of groups)
    if (list.length > mostOfAKind) groups.set(kind, list.slice(0, mostOfAKind));
  return groups;
};

/** Facts of two releases that speak about the same things, kind by kind. */
export const aligned = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
): ReadonlyMap<string, readonly Alignment[]> => {
  const allA = grouped(factsA);
  const allB = grouped(factsB);
  const openB = grouped(unsettled(factsB, factsA));
  const result = new Map<string, readonly Alignment[]>();
  for (const [kind, facts] of grouped(unsettled(factsA, factsB))) {
    const others = openB.get(kind);
    if (!others) continue;
    const left: Side = { facts, all: allA.get(kind) ?? [] };
    const right: Side = { facts: others, all: allB.get(kind) ?? [] };
    result.set(kind, paired(candidatesOf(left, right, kind)));
  }
  return result;
};
