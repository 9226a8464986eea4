import { asExact, comparable, orphansOf, type Alignment } from './align.js';
import { answerProbability, isMoment, type Answer } from './answer-evidence.js';
import type { Fact } from './fact.js';
import { readableValue } from './fact-value.js';
import { valuesAgree } from './agreement.js';
import { likeness, momentsApart } from './kind-likeness.js';
import { kindKey } from './likeness.js';
import { maySpeakOfOne } from './one-thing.js';
import { slipOf } from './phone-likeness.js';
import { reachesMeet } from './scope.js';
import { sentenceLinks, type SentenceLinks } from './sentence-links.js';

/** What other rules decide: causes and hosts by their words, the magnitude of a quake by its being there. */
const OTHERWISE_TOLD = new Set([
  'cause',
  'weekday',
  'hazard',
  'organ',
  'magnitude',
  'polarity',
  'section',
  'post',
  'advice',
  'quantity 号',
]);

const isEligible = (fact: Fact): boolean => {
  const { value } = fact;
  if (
    fact.article === true ||
    fact.isAsOf === true ||
    fact.former === true ||
    OTHERWISE_TOLD.has(kindKey(fact)) ||
    isServiceLine(fact)
  )
    return false;
  return value.type !== 'date' || value.date.day !== undefined;
};

/** 12333 and 12315 are two organs' lines, known as such to everybody. */
const isServiceLine = ({ value }: Fact): boolean =>
  value.type === 'code' && value.kind === 'phone' && value.code.length <= 6;

/** 每只200元 holds wherever it is charged. */
const isRate = ({ frame }: Fact): boolean =>
  frame.qualifiers.some((qualifier) => qualifier.startsWith('per:'));

/** More values than this are a table, whose rows only their own words tell apart. */
const MOST = 8;

/** 全市, said once, holds of what follows it: the reach of a count that names none. */
const wholeReach = (facts: readonly Fact[]): string =>
  facts.find(({ reach }) => reach.startsWith('!'))?.reach ?? '';

const inEachSentence = (facts: readonly Fact[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { sentenceKey } of facts) counts.set(sentenceKey, (counts.get(sentenceKey) ?? 0) + 1);
  return counts;
};

/** A bulletin counts cases by kind and place, which the keys of `likeness.ts` tell apart; a notice gives one or two counts. */
const MOST_CASES = 2;

const open = (facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] => {
  const keys = new Set(others.map((fact) => fact.sentenceKey));
  const isBulletin = facts.filter((fact) => fact.cases === true).length > MOST_CASES;
  return facts.filter((fact) => !keys.has(fact.sentenceKey) && !(isBulletin && fact.cases === true));
};

/** A month and a day of it, a street and a county say nothing about each other; two halls do. */
const ofOneGrain = (a: Fact, b: Fact): boolean =>
  asExact(a, b) &&
  (comparable(a, b) ||
    (a.value.type === 'place' &&
      b.value.type === 'place' &&
      a.value.levels.local !== undefined &&
      b.value.levels.local !== undefined));

/** All pairs of differing values of one kind that may be two versions of one fact. */
export const answers = (factsA: readonly Fact[], factsB: readonly Fact[]): readonly Answer[] => {
  const inB = Map.groupBy(factsB.filter(isEligible), kindKey);
  // Most pairs of releases have no such values, and tying their sentences is the dearer part.
  let tied: SentenceLinks | undefined;
  const [reachA, reachB] = [wholeReach(factsA), wholeReach(factsB)];
  return [...Map.groupBy(factsA.filter(isEligible), kindKey)].flatMap(([kind, all]) => {
    const others = inB.get(kind) ?? [];
    const left = open(all, others);
    const right = open(others, all);
    if (left.length === 0 || right.length === 0 || left.length > 4 * MOST || right.length > 4 * MOST)
      return [];
    const orphanA = orphansOf({ facts: left, all }, others, kind);
    const orphanB = orphansOf({ facts: right, all: others }, all, kind);
    if (orphanA.size > MOST || orphanB.size > MOST) return [];
    const found = left.flatMap((a) =>
      right.flatMap((b) => {
        if (valuesAgree(a.value, b.value, false) || !ofOneGrain(a, b) || !maySpeakOfOne(a, b, kind))
          return [];
        if (kind === 'phone' && !slipOf(a, b)) return [];
        if (a.value.type === 'quantity' && !isRate(a) && !reachesMeet(a.reach || reachA, b.reach || reachB))
          return [];
        if ((kind === 'date' || kind === 'time') && momentsApart(a, b)) return [];
        const links = (tied ??= sentenceLinks(factsA, factsB));
        const orphans = Number(orphanA.has(a)) + Number(orphanB.has(b));
        return [{ a, b, kind, like: likeness(a, b, kind, false), orphans, links }];
      }),
    );
    const [besideA, besideB] = [inEachSentence(all), inEachSentence(others)];
    // The values that answer each fact and stand in its own release only: a thousand pairs are gone through once.
    const answered = new Map<Fact, Set<string>>();
    for (const { a, b, orphans } of found)
      if (orphans === 2)
        for (const [fact, other] of [
          [a, b],
          [b, a],
        ] as const)
          answered.set(fact, (answered.get(fact) ?? new Set()).add(readableValue(other)));
    const said = ({ a, b, like, links }: (typeof found)[number]): number =>
      like + 0.5 * Math.log1p(links.between(a, b));
    const most = new Map<Fact, number>();
    for (const pair of found)
      for (const fact of [pair.a, pair.b]) most.set(fact, Math.max(most.get(fact) ?? 0, said(pair)));
    return found.map((pair) => ({
      ...pair,
      crowd: found.length,
      best: said(pair) >= Math.max(most.get(pair.a) ?? 0, most.get(pair.b) ?? 0),
      sole: answered.get(pair.a)?.size === 1 && answered.get(pair.b)?.size === 1,
      rivals: (besideA.get(pair.a.sentenceKey) ?? 1) * (besideB.get(pair.b.sentenceKey) ?? 1),
    }));
  });
};

/** Likelier ones first, each fact once. Chosen on sets left out of training, where most false ones lie far below it. */
const DECIDED = 0.42;
/** A release of one matter names many days and hours: of those pairs one in three below this is none. */
const MOMENTS_DECIDED = 0.6;
/** The press tells one event at length and from many sides; what two reports give differently is mostly two things. */
const PRESS_DECIDED = 0.8;
/** 38.62米 and 38.26米: two digits changed places, which two figures of two things hardly show. */
const TRANSPOSED_DECIDED = 0.15;
const decidedAt = (pair: Answer): number =>
  isMoment(pair) ? MOMENTS_DECIDED : areTransposed(pair.a, pair.b) ? TRANSPOSED_DECIDED : DECIDED;

const LEAST_DIGITS = 4;
const areTransposed = ({ value: one }: Fact, { value: other }: Fact): boolean => {
  if (one.type !== 'quantity' || other.type !== 'quantity') return false;
  const [a, b] = [String(one.quantity.value), String(other.quantity.value)];
  if (a.length !== b.length || a.replace(/\D|0+$/g, '').length < LEAST_DIGITS) return false;
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && a[first] === b[second] && a[second] === b[first];
};

/**
 * What the words alone did not align: short notices say 岗位4200个 and 带着5200个就业岗位. Those `taken` have their partner already.
 */
export const answering = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
  { taken, byPress }: { readonly taken: ReadonlySet<Fact>; readonly byPress: boolean },
): readonly Alignment[] =>
  chosen(
    answers(factsA, factsB).filter(({ a, b }) => !taken.has(a) && !taken.has(b)),
    byPress ? () => PRESS_DECIDED : decidedAt,
  );

/** What the texts as a whole do not show, the values must: the less likely one matter, the likelier one fact. */
const SHORTFALL = 1.2;
/** Days and hours say little by themselves; the words around them must be alike. */
const ALIKE = 0.6;
/** The only two values of a kind, as good as certain, need no tied sentences. */
const CERTAIN = 0.97;

/**
 * Values in two sentences tied to each other, of two releases that are on one matter with this probability below one half: one
 * notice of many things, and one of one of them.
 */
export const plainlyAnswering = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
  sameMatter: number,
): readonly Alignment[] =>
  chosen(
    answers(factsA, factsB).filter(
      (pair) =>
        isOneCount(pair) ||
        ((pair.links.mutual(pair.a, pair.b) || (pair.sole && answerProbability(pair) >= CERTAIN)) &&
          (!isMoment(pair) || pair.like >= ALIKE)),
    ),
    (pair) =>
      isOneDocument(pair)
        ? 0
        : isOneCount(pair)
          ? ONE_COUNT
          : decidedAt(pair) + SHORTFALL * (0.5 - sameMatter),
  );

/** As good as certain by the words. */
const ONE_COUNT = 0.9;
/** 截至16日7时，全市累计转移1260人 and 截至16日7时，全市已转移1620人: one count of one hour, whatever else the two releases are about. */
const isOneCount = ({ a, b, like }: Answer): boolean =>
  a.value.type === 'quantity' &&
  a.asOf !== undefined &&
  b.asOf !== undefined &&
  !a.asOf.dayOnly &&
  a.asOf.minute === b.asOf.minute &&
  a.reach.startsWith('!') &&
  a.reach === b.reach &&
  like >= 0.8;

/** Two numbers of one document, named by its title: nothing else need be alike. */
const isOneDocument = ({ a: { value: one }, b: { value: other } }: Answer): boolean =>
  one.type === 'code' &&
  other.type === 'code' &&
  one.kind === 'documentNumber' &&
  one.about !== '' &&
  one.about === other.about;

const chosen = (pairs: readonly Answer[], least: (pair: Answer) => number): readonly Alignment[] => {
  const used = new Set<Fact>();
  return pairs
    .map((pair) => ({ pair, score: answerProbability(pair) }))
    .filter(({ pair, score }) => score >= least(pair))
    .map(({ pair: { a, b }, score }) => ({ a, b, score, agree: false }))
    .sort((one, other) => other.score - one.score)
    .filter(({ a, b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a).add(b);
      return true;
    });
};
