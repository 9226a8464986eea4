import stored from './answers-weights.json' with { type: 'json' };
import { containment } from './bigrams.js';
import type { Fact } from './fact.js';
import { peopleMatch, topicLikeness } from './likeness.js';
import { slipOf } from './phone-likeness.js';
import type { SentenceLinks } from './sentence-links.js';

/** A value of one release and one of the other that are of a kind, differ, and may be two versions of one fact. */
export interface Answer {
  readonly a: Fact;
  readonly b: Fact;
  readonly kind: string;
  /** How alike the words around them are. */
  readonly like: number;
  /** How many of the two stand nowhere in the other release. */
  readonly orphans: number;
  /** All else of the kind is settled: the one value is left here, the other there. */
  readonly sole: boolean;
  /** Values of the kind in the two sentences, as a product. */
  readonly rivals: number;
  /** Pairs of differing values of the kind in the two releases: the more there are, the less is said by being one of them. */
  readonly crowd: number;
  /** No other pair of the kind that holds either value speaks more for being one fact, by its words and sentences. */
  readonly best: boolean;
  readonly links: SentenceLinks;
}

const COMMON_UNITS = new Set(
  ' 元 个 次 天 小时 分钟 月 年 米 项 级 岁 倍 号 届 期 轮 家 人'.split(' ').concat(''),
);

const flag = (holds: boolean): number => (holds ? 1 : 0);
const loneShare = 0.4;

/** How far apart two values are, 0 to 2: two organs' versions of one figure are mostly near each other. */
const distance = ({ a, b }: Answer): number => {
  const [x, y] = [a.value, b.value];
  if (x.type === 'quantity' && y.type === 'quantity') {
    const [one, other] = [x.quantity.value, y.quantity.value];
    return one > 0 && other > 0 ? Math.min(2, Math.abs(Math.log(one / other))) : 2;
  }
  if (x.type === 'date' && y.type === 'date')
    return Math.min(2, Math.log1p(Math.abs(dayOf(x.date) - dayOf(y.date))) / 1.7);
  if (x.type === 'time' && y.type === 'time') return Math.min(2, Math.abs(x.minute - y.minute) / 180);
  if (x.type === 'code' && y.type === 'code') return codesApart(x.code, y.code);
  return 1;
};
const dayOf = ({ month = 0, day = 0 }: { month?: number; day?: number }): number => month * 30.4 + day;

/** Addresses of one site, numbers of one length; anything else is further apart. */
const codesApart = (one: string, other: string): number => {
  const [site, own] = [one, other].map((code) => code.split('/')[0] as string);
  return one.includes('/') ? (site === own ? 0.3 : 2) : one.length === other.length ? 0.5 : 2;
};

/** 将于11月28日开通 and 11月30日开始载客 both say when it begins. */
const roleOf = ({ frame }: Fact): Fact['frame']['role'] => (frame.role === 'held' ? 'start' : frame.role);
const roles = ({ a, b }: Answer): readonly [unknown, unknown] => [roleOf(a), roleOf(b)];

export const isMoment = ({ kind }: Answer): boolean => kind === 'date' || kind === 'time';
const days = ({ a, b }: Answer): readonly [string, string] | null =>
  a.day?.day === undefined || b.day?.day === undefined
    ? null
    : [`${a.day.month ?? 0}-${a.day.day}`, `${b.day.month ?? 0}-${b.day.day}`];
const isCode = ({ a }: Answer): boolean => a.value.type === 'code';
const isQuantity = ({ a }: Answer): boolean => a.value.type === 'quantity';

/** 42名小学生 beside 46人: who is counted is said of one only. */
const hasPopulation = ({ frame }: Fact): boolean =>
  frame.qualifiers.some((qualifier) => qualifier.startsWith('population:'));

/** The words say that something is held or is there. */
const places = ({ frame }: Fact): number => (frame.venue === 'held' ? 1 : frame.venue === 'there' ? 0.5 : 0);

/** What speaks for and against two values being two versions of one fact. */
const EVIDENCE = {
  like: ({ like }) => like,
  near: ({ a, b }) => containment(a.frame.near, b.frame.near, loneShare),
  across: ({ a, b }) =>
    Math.max(
      containment(a.frame.near, b.frame.wide, loneShare),
      containment(b.frame.near, a.frame.wide, loneShare),
    ),
  topic: ({ a, b }) => topicLikeness(a, b),
  wide: ({ a, b }) => containment(a.frame.wide, b.frame.wide, 0),
  tie: ({ a, b, links }) => Math.log1p(links.between(a, b)),
  mutual: ({ a, b, links }) => flag(links.mutual(a, b)),
  sole: ({ sole }) => flag(sole),
  best: ({ best }) => flag(best),
  crowd: ({ crowd }) => Math.log(crowd),
  orphan: ({ orphans }) => flag(orphans === 2),
  known: ({ orphans }) => flag(orphans === 0),
  rivals: ({ rivals }) => Math.log(rivals),
  distance,
  veryNear: (pair) => flag(isQuantity(pair) && distance(pair) < 0.3),
  slip: ({ a, b }) => flag(slipOf(a, b)),
  roleSame: (pair) => flag(roles(pair)[0] !== null && roles(pair)[0] === roles(pair)[1]),
  roleOther: (pair) =>
    flag(roles(pair)[0] !== null && roles(pair)[1] !== null && roles(pair)[0] !== roles(pair)[1]),
  roleOfOne: (pair) => flag((roles(pair)[0] === null) !== (roles(pair)[1] === null)),
  edgeOfOne: ({ a, b }) => flag((a.frame.edge === null) !== (b.frame.edge === null)),
  edgeOther: ({ a, b }) =>
    flag(a.frame.edge !== null && b.frame.edge !== null && a.frame.edge !== b.frame.edge),
  activityShared: ({ a, b }) => flag(a.frame.activities.some((one) => b.frame.activities.includes(one))),
  activityOfOne: ({ a, b }) => flag((a.frame.activities.length === 0) !== (b.frame.activities.length === 0)),
  daySame: (pair) => flag(pair.kind !== 'date' && days(pair)?.[0] === days(pair)?.[1] && days(pair) !== null),
  dayOther: (pair) =>
    flag(pair.kind !== 'date' && days(pair) !== null && days(pair)?.[0] !== days(pair)?.[1]),
  status: ({ a, b, kind }) => (kind === 'people' ? Math.max(0, peopleMatch(a, b)) : 0),
  statusOfOne: ({ a, b, kind }) =>
    flag(kind === 'people' && (a.statuses.length === 0) !== (b.statuses.length === 0)),
  populationOfOne: ({ a, b }) => flag(hasPopulation(a) !== hasPopulation(b)),
  planOfOne: ({ a, b }) => flag((a.planned === true) !== (b.planned === true)),
  reachOfOne: (pair) => flag(isQuantity(pair) && (pair.a.reach === '') !== (pair.b.reach === '')),
  inTitle: ({ a, b }) => flag(a.frame.inTitle || b.frame.inTitle),
  money: ({ a }) => flag(a.attribute === 'amount'),
  percent: ({ a }) => flag(a.attribute === 'percent'),
  commonUnit: ({ a }) =>
    flag(a.value.type === 'quantity' && a.attribute === 'count' && COMMON_UNITS.has(a.value.unit)),
  people: ({ kind }) => flag(kind === 'people'),
  place: ({ kind }) => flag(kind === 'place'),
  venue: ({ a, b, kind }) => (kind === 'place' ? (places(a) + places(b)) / 2 : 0),
  date: ({ kind }) => flag(kind === 'date'),
  time: ({ kind }) => flag(kind === 'time'),
  code: (pair) => flag(isCode(pair)),
  momentLike: (pair) => (isMoment(pair) ? pair.like : 0),
} satisfies Record<string, (pair: Answer) => number>;

export type AnswerFeature = keyof typeof EVIDENCE;
export const ANSWER_FEATURES = Object.keys(EVIDENCE) as readonly AnswerFeature[];

export const answerFeatures = (pair: Answer): Float64Array =>
  Float64Array.from(ANSWER_FEATURES, (name) => EVIDENCE[name](pair));

const weights: Readonly<Record<string, number>> = stored.weights;
const terms = ANSWER_FEATURES.flatMap((name) => {
  const weight = weights[name] ?? 0;
  return weight === 0 ? [] : [{ weight, evidence: EVIDENCE[name] as (pair: Answer) => number }];
});

/** 0..1; chosen among in `answers.ts`. */
export const answerProbability = (pair: Answer): number =>
  1 /
  (1 +
    Math.exp(-stored.bias - terms.reduce((sum, { weight, evidence }) => sum + weight * evidence(pair), 0)));
