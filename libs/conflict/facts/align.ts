import { valuesAgree } from './agreement.js';
import { bigramsOf, containment } from './bigrams.js';
import type { Fact, MomentRole } from './fact.js';
import {
  aboutMeets,
  frameLikeness,
  kindKey,
  labelLikeness,
  peopleMatch,
  subjectLikeness,
  windowsMeet,
  topicLikeness,
} from './likeness.js';
import { placesComparable, venuesAgree } from './place-value.js';
import { qualifiersMeet, stateRows } from './qualifier.js';
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
/** … and one amount or count in one unit more so. */
const onlyQuantityBonus = 0.12;
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
  /** The two releases share many sentences word for word. */
  readonly copies: boolean;
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

/** A toll is given once per incident, so that its name alone nearly tells. */
const tollWeight = 0.52;
const incidentTolls = new Set(['dead', 'injured', 'missing', 'trapped']);
const statusShare = (a: Fact, b: Fact): number => {
  if (a.tally !== undefined && a.tally === b.tally) return keyedWeight;
  const toll = a.statuses.length === 1 && incidentTolls.has(a.statuses[0] as string);
  return toll && a.cases !== true && b.cases !== true ? tollWeight : statusWeight;
};

/** Nobody says what one of the two is counted for, and the other is no toll. */
const isBare = (a: Fact, b: Fact): boolean =>
  (a.statuses.length === 0 || b.statuses.length === 0) &&
  ![...a.statuses, ...b.statuses].some((status) => incidentTolls.has(status));

const peopleLikeness = (a: Fact, b: Fact): number => {
  const match = peopleMatch(a, b);
  if (match < 0) return 0;
  if (match === 0.5) return 0.8 * frameLikeness(a, b);
  const weight = match > 0 ? statusShare(a, b) : 0;
  const cases = a.cases === true || b.cases === true;
  const bare = isBare(a, b);
  const words = cases
    ? frameLikeness(a, b)
    : bare
      ? quantityLikeness(a, b, 'quantity 个')
      : wordLikeness(a, b, true);
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

/** One number miswritten: as long, two digits apart. Two organs' own numbers differ in more. */
const slipDigits = 2;
const slipOf = (a: Fact, b: Fact): boolean => {
  if (a.value.type !== 'code' || b.value.type !== 'code') return false;
  const one = a.value.code;
  const other = b.value.code;
  if (one.length !== other.length) return false;
  return [...one].filter((digit, index) => digit !== other[index]).length <= slipDigits;
};

/** Every notice has a 咨询电话; only what else names the line makes two numbers the same line's. */
const anyLine = new Set(
  [
    '咨询电话',
    '服务热线',
    '客服电话',
    '联系电话',
    '小时',
    '监督',
    '举报',
    '投诉',
    '报名',
    '热线电话',
    '拨打',
    '可拨',
    '详情',
    '欢迎',
    '疑问',
    '如有',
    '请拨',
  ].flatMap((word) => [...bigramsOf(word)]),
);
const ownLine = (a: Fact, b: Fact): boolean =>
  a.frame.near.some((pair) => !anyLine.has(pair) && b.frame.near.includes(pair));

/** Two numbers of the same line: 举报热线, 举报电话. */
const sameLineBase = 0.35;
const sameLine = (a: Fact, b: Fact): boolean =>
  a.frame.qualifiers.some((one) => one.startsWith('line:') && b.frame.qualifiers.includes(one)) &&
  (slipOf(a, b) || ownLine(a, b));

/** 建设路与人民路路口, 建设路与解放路路口: one matter put at two crossings of one street. */
const sameStreet = 0.95;
const streetsOf = (fact: Fact): readonly string[] =>
  fact.value.type === 'place' && fact.value.levels.local?.endsWith('路口') === true
    ? fact.value.levels.local.slice(0, -2).split('与')
    : [];
const areCrossings = (a: Fact, b: Fact): boolean => {
  const other = streetsOf(b);
  return streetsOf(a).some((street) => other.includes(street));
};

/** Where one event is held is said once; the words before the place may be anything. */
const heldBase = (a: Fact, b: Fact): number =>
  a.frame.venue === 'held' && b.frame.venue === 'held' ? 0.3 + 0.7 * subjectLikeness(a, b) : 0;

/** 在市民中心召开, 在会展中心召开: the same thing said to be in two places. */
const venueWeight = 1.05;

/**
 * What the unit alone says about two values of one matter: 户 or 公顷 are counted once, 元 and % of many things, and of a
 * bare number the unit says nothing.
 */
const looseUnits: Readonly<Record<string, number>> = {
  '': 0,
  '%': 0.12,
  元: 0.12,
  百分点: 0.12,
  个: 0.1,
  处: 0.12,
  座: 0.15,
  所: 0.15,
  家: 0.15,
  次: 0.12,
  天: 0.15,
  小时: 0.12,
  分钟: 0.12,
  月: 0.12,
  年: 0.05,
  米: 0.1,
  项: 0.12,
  件: 0.12,
  条: 0.15,
  级: 0.05,
  岁: 0,
  倍: 0.1,
  号: 0,
  届: 0,
  期: 0,
  场: 0.15,
  种: 0.1,
  类: 0.1,
  支: 0.15,
  台: 0.15,
  辆: 0.2,
  个百分点: 0.12,
  轮: 0.05,
  层: 0.05,
  栋: 0.15,
};
const ownUnit = 0.3;
const unitBase = (kind: string): number => looseUnits[kind.slice('quantity '.length)] ?? ownUnit;

/** Clauses built differently about one quantity: the words beside the values carry it, the unit helps. */
const quantityLikeness = (a: Fact, b: Fact, kind: string): number => {
  const built = wordLikeness(a, b, true);
  const base = unitBase(kind);
  if (base === 0 || a.article || b.article) return built;
  const said =
    0.55 * subjectLikeness(a, b) +
    0.2 * topicLikeness(a, b) +
    0.1 * frameLikeness(a, b) +
    0.15 * containment(a.frame.wide, b.frame.wide, 0);
  return Math.max(built, base + (1 - base) * said);
};

/** Moments of one role in one matter; 14日21时40分 and 14日19时 both say when it happened. */
const roleBase: Readonly<Record<MomentRole, number>> = {
  occurred: 0.4,
  held: 0.35,
  start: 0.25,
  end: 0.25,
  issued: 0,
  asOf: 0.2,
  called: 0.3,
};
const otherRole = 0.5;
/** 12月5日供热 and 自12月1日起供热 both say when it begins. */
const begins: ReadonlySet<MomentRole> = new Set<MomentRole>(['held', 'start']);
const otherActivity = (a: Fact, b: Fact): boolean =>
  a.frame.activities.length > 0 &&
  b.frame.activities.length > 0 &&
  !a.frame.activities.some((one) => b.frame.activities.includes(one));

/** A lone year says which year is spoken of, not when something is. */
const yearOnly = (fact: Fact): boolean =>
  fact.value.type === 'date' && fact.value.date.month === undefined && fact.value.date.year !== undefined;

const momentLikeness = (a: Fact, b: Fact): number => {
  const built = wordLikeness(a, b, true);
  if (yearOnly(a) || yearOnly(b)) return built >= closeFrame ? built : 0;
  if (otherActivity(a, b) && built < closeFrame) return 0;
  const one = a.frame.role;
  const other = b.frame.role;
  if (one === null || other === null) return built;
  if (one !== other)
    return built >= closeFrame || (begins.has(one) && begins.has(other)) ? built : built * otherRole;
  const base = roleBase[one];
  const said =
    0.4 * subjectLikeness(a, b) +
    0.2 * topicLikeness(a, b) +
    0.1 * frameLikeness(a, b) +
    0.3 * containment(a.frame.wide, b.frame.wide, 0);
  return Math.max(built, base + (1 - base) * said);
};

const likeness = (a: Fact, b: Fact, kind: string, copies: boolean): number => {
  if (!qualifiersMeet(a.frame.qualifiers, b.frame.qualifiers, kind === 'polarity' ? stateRows : undefined))
    return 0;
  if (a.former !== b.former) return 0;
  if (kind === 'people' || kind.startsWith('quantity')) {
    if (!reachesMeet(a.reach, b.reach) || !windowsMeet(a, b)) return 0;
  }
  if (kind === 'people') return peopleLikeness(a, b);
  if (kind.startsWith('quantity')) return quantityLikeness(a, b, kind);
  if (kind === 'date' || kind === 'time') return momentLikeness(a, b);
  if (kind === 'polarity') return frameLikeness(a, b);
  if (kind === 'place' && areCrossings(a, b)) return sameStreet;
  if (kind === 'place' && a.frame.venue !== null && b.frame.venue !== null)
    return Math.max(frameLikeness(a, b), venueWeight * topicLikeness(a, b), heldBase(a, b));
  if (kind === 'phone' && !slipOf(a, b) && !ownLine(a, b) && !valuesAgree(a.value, b.value, false))
    return copies ? wordLikeness(a, b, true) : 0;
  const base = kind === 'phone' && sameLine(a, b) ? sameLineBase : (singular[kind] ?? 0);
  if (base > 0 && !aboutMeets(a, b)) return 0;
  return base + (1 - base) * wordLikeness(a, b, topical(kind));
};

const bothHeld = (a: Fact, b: Fact): boolean => a.frame.venue === 'held' && b.frame.venue === 'held';

const comparable = (a: Fact, b: Fact): boolean =>
  a.value.type !== 'place' ||
  bothHeld(a, b) ||
  b.value.type !== 'place' ||
  placesComparable(a.value.levels, b.value.levels);

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

/** An exact, unlikely number that both releases state is the same fact, however the clauses are built. */
const sameNumberBonus = 0.2;
const unlikely = (fact: Fact): boolean =>
  fact.value.type === 'quantity' &&
  fact.value.quantity.approximation === 'exact' &&
  (fact.value.quantity.value >= 10 || fact.value.quantity.grain < 1);

/** A value that the other release states as well is hardly the one it contradicts. */
const knownElsewhere = 0.1;

/** 将于11月18日零时正式供热，至3月15日结束: the moment before an end begins the span whether or not it says 起. */
const opensSpan: ReadonlySet<MomentRole | null> = new Set<MomentRole | null>(['start', 'held', null]);

/** The moments that end the spans, each with the moment that begins it. */
const startsOf = (facts: readonly Fact[]): ReadonlyMap<Fact, Fact> => {
  const starts = new Map<Fact, Fact>();
  let open: Fact | null = null;
  for (const fact of facts) {
    if (fact.frame.role === 'end' && open !== null && open.sentenceKey === fact.sentenceKey)
      starts.set(fact, open);
    open = opensSpan.has(fact.frame.role) ? fact : null;
  }
  return starts;
};

/** Two spans that begin alike are one span: their ends answer each other, and the other way round. */
const spanBonus = 0.35;
const spanLikeness = (left: Side, right: Side): ((a: Fact, b: Fact) => number) => {
  const startOfA = startsOf(left.all);
  const startOfB = startsOf(right.all);
  const endOf = (starts: ReadonlyMap<Fact, Fact>, start: Fact): Fact | undefined =>
    [...starts].find(([, one]) => one === start)?.[0];
  return (a, b) => {
    const fromA = startOfA.get(a) ?? endOf(startOfA, a);
    const fromB = startOfB.get(b) ?? endOf(startOfB, b);
    if (!fromA || !fromB || (a.frame.role === 'end') !== (b.frame.role === 'end')) return 0;
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
  const streets = isLocal(pair.a) && isLocal(pair.b);
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
  (kind in singular && kind !== 'cause') || (kind === 'people' && isBare(a, b));

const candidatesOf = (left: Side, right: Side, kind: string): Alignment[] => {
  const orphanA = left.facts.map((fact) => !standsIn(fact, right.all));
  const orphanB = right.facts.map((fact) => !standsIn(fact, left.all));
  const alone = left.all.length === 1 && right.all.length === 1;
  const only = !alone ? 0 : kind.startsWith('quantity') ? onlyQuantityBonus : onlyBonus;
  const span = kind === 'date' || kind === 'time' ? spanLikeness(left, right) : null;
  const found: Alignment[] = [];
  for (const [i, a] of left.facts.entries()) {
    for (const [j, b] of right.facts.entries()) {
      const like = comparable(a, b) ? likeness(a, b, kind, left.copies) + (span?.(a, b) ?? 0) : 0;
      if (like < floor) continue;
      const agree =
        kind === 'place' && bothHeld(a, b)
          ? venuesAgree(a.value, b.value)
          : valuesAgree(a.value, b.value, like >= sameFrame);
      const orphans = { orphanA: orphanA[i] === true, orphanB: orphanB[j] === true };
      if (!agree && needsOrphans(a, b, kind) && like < closeFrame && !(orphans.orphanA && orphans.orphanB))
        continue;
      const bonus = bonusOf({ a, b }, { like, agree, ...orphans }, kind);
      const lead = kind === 'place' && bonus > 0 && !agree && leads(left, right, i, j) ? leadBonus : 0;
      found.push({ a, b, agree, score: like + (isLocal(a) && isLocal(b) ? 0 : only) + bonus + lead });
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

/** A copy, however edited, keeps this share of the sentences of the shorter text. */
const copiedShare = 0.34;
const shareSentences = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean => {
  const keysA = new Set(factsA.map((fact) => fact.sentenceKey));
  const keysB = new Set(factsB.map((fact) => fact.sentenceKey));
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
