import { standsIn, type Alignment } from './align.js';
import { containment } from './bigrams.js';
import type { Fact } from './fact.js';
import { readableValue } from './fact-value.js';
import { likeness } from './kind-likeness.js';
import { kindKey } from './likeness.js';
import stored from './left-over-weights.json' with { type: 'json' };

/** Two values of one kind, neither of which stands in the other release. */
export interface LeftOver {
  readonly a: Fact;
  readonly b: Fact;
  readonly kind: string;
  /** How alike the words around them are. */
  readonly like: number;
  /** All else of the kind is settled: the one value is left here, the other there. */
  readonly sole: boolean;
}

const COMMON_UNITS = new Set(
  ' % 元 个 次 天 小时 分钟 月 年 米 项 级 岁 倍 号 届 期 轮 家 人'.split(' ').concat(''),
);

const flag = (holds: boolean): number => (holds ? 1 : 0);
const loneShare = 0.4;

/** How far apart two values are, 0 to 2: two organs' versions of one figure are mostly near each other. */
const distance = ({ a, b }: LeftOver): number => {
  const [x, y] = [a.value, b.value];
  if (x.type === 'quantity' && y.type === 'quantity') {
    const [one, other] = [x.quantity.value, y.quantity.value];
    return one > 0 && other > 0 ? Math.min(2, Math.abs(Math.log(one / other))) : 2;
  }
  if (x.type === 'date' && y.type === 'date')
    return Math.min(2, Math.log1p(Math.abs(dayOf(x.date) - dayOf(y.date))) / 1.7);
  return x.type === 'time' && y.type === 'time' ? Math.min(2, Math.abs(x.minute - y.minute) / 180) : 2;
};
const dayOf = ({ month = 0, day = 0 }: { month?: number; day?: number }): number => month * 30.4 + day;

/** 将于11月28日开通 and 11月30日开始载客 both say when it begins. */
const roleOf = ({ frame }: Fact): Fact['frame']['role'] => (frame.role === 'held' ? 'start' : frame.role);
const roles = ({ a, b }: LeftOver): readonly [unknown, unknown] => [roleOf(a), roleOf(b)];

/** What speaks for and against two values being two versions of one fact. */
const EVIDENCE = {
  like: ({ like }) => like,
  near: ({ a, b }) => containment(a.frame.near, b.frame.near, loneShare),
  across: ({ a, b }) =>
    Math.max(
      containment(a.frame.near, b.frame.wide, loneShare),
      containment(b.frame.near, a.frame.wide, loneShare),
    ),
  sole: ({ sole }) => flag(sole),
  distance,
  roleSame: (pair) => flag(roles(pair)[0] !== null && roles(pair)[0] === roles(pair)[1]),
  roleOther: (pair) =>
    flag(roles(pair)[0] !== null && roles(pair)[1] !== null && roles(pair)[0] !== roles(pair)[1]),
  roleOfOne: (pair) => flag((roles(pair)[0] === null) !== (roles(pair)[1] === null)),
  inTitle: ({ a, b }) => flag(a.frame.inTitle || b.frame.inTitle),
  money: ({ a }) => flag(a.attribute === 'amount'),
  commonUnit: ({ a }) =>
    flag(a.value.type === 'quantity' && a.attribute !== 'amount' && COMMON_UNITS.has(a.value.unit)),
  people: ({ kind }) => flag(kind === 'people'),
  date: ({ kind }) => flag(kind === 'date'),
  time: ({ kind }) => flag(kind === 'time'),
} satisfies Record<string, (pair: LeftOver) => number>;

export type LeftOverFeature = keyof typeof EVIDENCE;
export const LEFT_OVER_FEATURES = Object.keys(EVIDENCE) as readonly LeftOverFeature[];

export const leftOverFeatures = (pair: LeftOver): Float64Array =>
  Float64Array.from(LEFT_OVER_FEATURES, (name) => EVIDENCE[name](pair));

const isEligible = (fact: Fact): boolean => {
  const { value } = fact;
  if (
    fact.article === true ||
    fact.cases === true ||
    fact.isAsOf === true ||
    fact.former === true ||
    fact.subset === true
  )
    return false;
  if (value.type === 'date') return value.date.day !== undefined;
  // A share is of something, and releases state many.
  if (value.type === 'quantity' && /^(?:%|百分点|基点)$/.test(value.unit)) return false;
  return value.type === 'quantity' || value.type === 'time';
};

/** More values than this are a table, whose rows only their own words tell apart. */
const MOST = 8;

const orphans = (facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] => {
  const keys = new Set(others.map((fact) => fact.sentenceKey));
  return facts.filter((fact) => !keys.has(fact.sentenceKey) && !standsIn(fact, others));
};

const distinctValues = (facts: readonly Fact[]): number => new Set(facts.map(readableValue)).size;

/** All pairs of values that stand in one release only. */
export const leftOvers = (factsA: readonly Fact[], factsB: readonly Fact[]): readonly LeftOver[] => {
  const inB = Map.groupBy(factsB.filter(isEligible), kindKey);
  return [...Map.groupBy(factsA.filter(isEligible), kindKey)].flatMap(([kind, all]) => {
    const others = inB.get(kind) ?? [];
    if (others.length === 0 || all.length > 4 * MOST || others.length > 4 * MOST) return [];
    const left = orphans(all, others);
    const right = orphans(others, all);
    if (left.length > MOST || right.length > MOST) return [];
    const found = left.flatMap((a) =>
      right.flatMap((b) => {
        const like = likeness(a, b, kind, false);
        return like === 0 ? [] : [{ a, b, kind, like }];
      }),
    );
    const partners = (fact: Fact): readonly Fact[] =>
      found.flatMap(({ a, b }) => (a === fact ? [b] : b === fact ? [a] : []));
    return found.map((pair) => ({
      ...pair,
      sole: distinctValues(partners(pair.a)) === 1 && distinctValues(partners(pair.b)) === 1,
    }));
  });
};

const weights: Readonly<Record<string, number>> = stored.weights;
const terms = LEFT_OVER_FEATURES.flatMap((name) => {
  const weight = weights[name] ?? 0;
  return weight === 0 ? [] : [{ weight, evidence: EVIDENCE[name] as (pair: LeftOver) => number }];
});

const probability = (pair: LeftOver): number =>
  1 /
  (1 +
    Math.exp(-stored.bias - terms.reduce((sum, { weight, evidence }) => sum + weight * evidence(pair), 0)));

/** Likelier ones first, each fact once. A false alarm is the worse mistake, so even odds are not enough. */
const DECIDED = 0.7;

/**
 * What the words alone did not align: short notices say 岗位4200个 and 带着5200个就业岗位, and it is the one number that is left in
 * either. Those `taken` have their partner already.
 */
export const leftOverConflicts = (
  factsA: readonly Fact[],
  factsB: readonly Fact[],
  taken: ReadonlySet<Fact>,
): readonly Alignment[] => {
  const used = new Set<Fact>();
  return leftOvers(factsA, factsB)
    .filter(({ a, b }) => !taken.has(a) && !taken.has(b))
    .map((pair) => ({ a: pair.a, b: pair.b, score: probability(pair), agree: false }))
    .filter(({ score }) => score >= DECIDED)
    .sort((one, other) => other.score - one.score)
    .filter(({ a, b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a).add(b);
      return true;
    });
};
