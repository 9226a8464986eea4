import type { Quantity } from '@koujing/text';
import { valuesAgree } from './agreement.js';
import type { Fact } from './fact.js';
import { closeFrame, isBare, likeness, singular } from './kind-likeness.js';
import { kindKey } from './likeness.js';
import { placesComparable, venuesAgree } from './place-value.js';
import { endsGiven, isOver, startsOf } from './span-of-days.js';

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
/** … and one amount or count in one unit more so. */
const onlyQuantityBonus = 0.12;
/** Below this nothing is aligned at all. */
const floor = 0.3;
interface Side {
  readonly facts: readonly Fact[];
  /** Facts of the kind in the whole release, settled ones included. */
  readonly all: readonly Fact[];
  /** The two releases share many sentences word for word. */
  readonly copies: boolean;
}

const bothHeld = (a: Fact, b: Fact): boolean => a.frame.venue === 'held' && b.frame.venue === 'held';

/** 18周岁以上 and 不得超过30周岁 are the two ends of one rule. */
const areOtherEnds = ({ value: one }: Fact, { value: other }: Fact): boolean =>
  one.type === 'quantity' &&
  other.type === 'quantity' &&
  one.unit === '岁' &&
  [one, other].every(({ quantity }) => isBound(quantity)) &&
  one.quantity.approximation !== other.quantity.approximation;

const isBound = ({ approximation }: Quantity): boolean =>
  approximation === 'atLeast' || approximation === 'atMost';

export const comparable = (a: Fact, b: Fact): boolean =>
  a.value.type === 'place' && b.value.type === 'place'
    ? bothHeld(a, b) || placesComparable(a.value.levels, b.value.levels)
    : !areOtherEnds(a, b);

/** A month says nothing about a day of it, but 12月底前 and 11月30日前 are two ends. */
export const asExact = ({ value: one, frame: a }: Fact, { value: other, frame: b }: Fact): boolean =>
  one.type !== 'date' ||
  other.type !== 'date' ||
  (one.date.day === undefined) === (other.date.day === undefined) ||
  (a.role === 'end' && b.role === 'end' && one.date.month !== undefined && other.date.month !== undefined);

/** Over on the 13th and open again on the 13th are two days' ends. */
const otherEnd = (one: Fact, other: Fact): boolean =>
  one.value.type === 'date' &&
  [one.frame.role, other.frame.role].includes('resumed') &&
  [one.frame.role, other.frame.role].includes('end');

/** 不低于18℃即为达标, 必须在20℃以上: two bounds both hold of a figure, but what is demanded is one of them. */
const standardBonus = 0.25;
const setStandards = (a: Fact, b: Fact): boolean =>
  [a, b].every(({ value }) => value.type === 'quantity' && isBound(value.quantity)) &&
  [a, b].some(
    ({ frame, value }) =>
      (value.type === 'quantity' && value.unit === '岁') || frame.qualifiers.includes('standard:标准'),
  );

const agreeing = (a: Fact, b: Fact): boolean =>
  a.value.type === 'place' && bothHeld(a, b)
    ? venuesAgree(a.value, b.value)
    : valuesAgree(a.value, b.value, setStandards(a, b));

/** Whether the value stands in the other release too. */
const standsIn = (fact: Fact, others: readonly Fact[]): boolean =>
  others.some(
    (other) =>
      !otherEnd(fact, other) && asExact(fact, other) && comparable(fact, other) && agreeing(fact, other),
  );

/** A street or a bridge: a release may speak of many, so only alike clauses set two against each other. */
const isLocal = (fact: Fact): boolean =>
  fact.value.type === 'place' &&
  fact.value.levels.county === undefined &&
  fact.value.levels.prefecture === undefined;

/** Where both say that the thing is held, one hall stands against the other. */
const areStreets = (a: Fact, b: Fact): boolean => isLocal(a) && isLocal(b) && !bothHeld(a, b);

/**
 * The first place of either release, and the other release knows neither: the two put the matter in two places
 * even where little else in the clauses is alike.
 */
const leadBonus = 0.22;
const leads = (left: Side, right: Side, i: number, j: number): boolean =>
  left.facts[i] === left.all[0] && right.facts[j] === right.all[0];

/** An exact, unlikely number that both releases state is the same fact, however the clauses are built. */
const sameNumberBonus = 0.2;
const unlikely = (fact: Fact): boolean =>
  fact.value.type === 'quantity' &&
  fact.value.quantity.approximation === 'exact' &&
  (fact.value.quantity.value >= 10 || fact.value.quantity.grain < 1);

/** 其中屏山县14间、临港区23间 beside 临港区32间: of two counts in one clause the one of the same area. */
const areaBonus = 0.06;
const isOfOneArea = (a: Fact, b: Fact): boolean =>
  a.reach !== '' && !a.reach.startsWith('!') && a.reach === b.reach;

/** A value that the other release states as well is hardly the one it contradicts. */
const knownElsewhere = 0.1;

/** Two spans that begin alike are one span: their ends answer each other, and the other way round. */
const spanBonus = 0.35;
/** A holiday ends for everybody on one day; what began on two days then is one thing only where the words say so too. */
const ofOneSpan = 0.5;
const spanLikeness = (left: Side, right: Side): ((a: Fact, b: Fact) => number) => {
  const startOfA = startsOf(left.all);
  const startOfB = startsOf(right.all);
  const endOf = (starts: ReadonlyMap<Fact, Fact>, start: Fact): Fact | undefined =>
    [...starts].find(([, one]) => one === start)?.[0];
  return (a, b) => {
    const fromA = startOfA.get(a) ?? endOf(startOfA, a);
    const fromB = startOfB.get(b) ?? endOf(startOfB, b);
    if (!fromA || !fromB || isOver(a) !== isOver(b)) return 0;
    // Closed until the 12th is open again on the 13th; by the clock the two are one moment.
    if (a.value.type === 'date' && isOver(a) && a.frame.role !== b.frame.role) return 0;
    return valuesAgree(fromA.value, fromB.value, false) ? spanBonus : 0;
  };
};

interface Scored {
  readonly like: number;
  readonly agree: boolean;
  readonly orphanA: boolean;
  readonly orphanB: boolean;
}

/** What speaks for two facts beside the words around them. */
const bonusOf = (pair: { readonly a: Fact; readonly b: Fact }, scored: Scored, kind: string): number => {
  const { like, agree, orphanA, orphanB } = scored;
  const streets = areStreets(pair.a, pair.b);
  if (agree)
    return kind.startsWith('quantity') && unlikely(pair.a) && unlikely(pair.b)
      ? sameNumberBonus
      : agreementBonus;
  if (streets) return 0;
  if (orphanA && orphanB) return orphanBonus;
  return like >= closeFrame || kind === 'people' || kind === 'polarity' || kind === 'place'
    ? 0
    : -knownElsewhere * (Number(!orphanA) + Number(!orphanB));
};

/** Where little but the unit or the kind speaks for a pair, neither value may stand in the other release. */
const needsOrphans = (a: Fact, b: Fact, kind: string): boolean =>
  (kind in singular && kind !== 'cause' && kind !== 'organ') || (kind === 'people' && isBare(a, b));

/** The values that the other release does not know; 18日至20日 ends on the day on which 20日至22日 begins. */
export const orphansOf = (
  own: Omit<Side, 'copies'>,
  other: readonly Fact[],
  kind: string,
): ReadonlySet<Fact> => {
  if (kind !== 'date') return new Set(own.facts.filter((fact) => !standsIn(fact, other)));
  const [given, theirs] = [endsGiven(own.all), endsGiven(other)];
  const sameEnd = (fact: Fact): readonly Fact[] =>
    given.has(fact) ? other.filter((each) => !theirs.has(each) || isOver(each) === isOver(fact)) : other;
  return new Set(own.facts.filter((fact) => !standsIn(fact, sameEnd(fact))));
};

const candidatesOf = (left: Side, right: Side, kind: string): Alignment[] => {
  const orphanA = orphansOf(left, right.all, kind);
  const orphanB = orphansOf(right, left.all, kind);
  const alone = left.all.length === 1 && right.all.length === 1;
  const only = !alone ? 0 : kind.startsWith('quantity') ? onlyQuantityBonus : onlyBonus;
  const span = kind === 'date' || kind === 'time' ? spanLikeness(left, right) : null;
  const found: Alignment[] = [];
  for (const [i, a] of left.facts.entries()) {
    for (const [j, b] of right.facts.entries()) {
      const words = asExact(a, b) && comparable(a, b) ? likeness(a, b, kind, left.copies) : 0;
      const like = kind === 'time' || words >= ofOneSpan ? words + (span?.(a, b) ?? 0) : words;
      if (like < floor) continue;
      const standards = setStandards(a, b);
      const agree =
        kind === 'place' && bothHeld(a, b)
          ? venuesAgree(a.value, b.value)
          : valuesAgree(a.value, b.value, like >= sameFrame || standards);
      const orphans = { orphanA: orphanA.has(a), orphanB: orphanB.has(b) };
      if (!agree && needsOrphans(a, b, kind) && like < closeFrame && !(orphans.orphanA && orphans.orphanB))
        continue;
      const bonus = bonusOf({ a, b }, { like, agree, ...orphans }, kind);
      const lead = kind === 'place' && bonus > 0 && !agree && leads(left, right, i, j) ? leadBonus : 0;
      found.push({
        a,
        b,
        agree,
        score:
          like +
          (areStreets(a, b) ? 0 : only) +
          bonus +
          lead +
          (standards ? standardBonus : 0) +
          (kind.startsWith('quantity') && isOfOneArea(a, b) ? areaBonus : 0),
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

/** A copy, however edited, keeps this share of the sentences of the shorter text; a title alone is kept by every template. */
const copiedShare = 0.34;
const sentencesOf = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(facts.filter(({ frame }) => !frame.inTitle).map((fact) => fact.sentenceKey));
const shareSentences = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean => {
  const keysA = sentencesOf(factsA);
  const keysB = sentencesOf(factsB);
  const shared = [...keysA].filter((key) => keysB.has(key)).length;
  return shared > copiedShare * Math.min(keysA.size, keysB.size);
};

/** More values of one kind than any release states; bounds the comparison of two hostile texts. */
const mostOfAKind = 300;
const grouped = (facts: readonly Fact[]): Map<string, Fact[]> => {
  const groups = Map.groupBy(facts, kindKey);
  for (const [kind, list] of groups)
    if (list.length > mostOfAKind) groups.set(kind, list.slice(0, mostOfAKind));
  return groups;
};

/** 由11月10日延长至11月13日: who tells what was before contradicts nobody who said so before. */
export const tellsFormer = (facts: readonly Fact[], value: Fact): boolean =>
  facts.some(
    (fact) =>
      fact.former === true && kindKey(fact) === kindKey(value) && valuesAgree(fact.value, value.value, false),
  );

/** Facts of two releases that speak about the same things, kind by kind. */
export const aligned = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
): ReadonlyMap<string, readonly Alignment[]> => {
  const allA = grouped(factsA);
  const allB = grouped(factsB);
  const openB = grouped(unsettled(factsB, factsA));
  const copies = shareSentences(factsA, factsB);
  const result = new Map<string, readonly Alignment[]>();
  for (const [kind, facts] of grouped(unsettled(factsA, factsB))) {
    const others = openB.get(kind);
    if (!others) continue;
    const left: Side = { facts, all: allA.get(kind) ?? [], copies };
    const right: Side = { facts: others, all: allB.get(kind) ?? [], copies };
    result.set(kind, paired(candidatesOf(left, right, kind)));
  }
  return result;
};
