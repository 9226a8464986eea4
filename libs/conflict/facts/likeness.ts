import { containment, dice, sharedCount } from './bigrams.js';
import type { Fact } from './fact.js';
import { isHouse } from './scope.js';
import { compareAsOf } from './validity.js';

/** Facts of different keys never speak about the same thing. */
export const kindKey = (fact: Fact): string => {
  const { value } = fact;
  if (value.type === 'quantity') return value.unit === '人' ? 'people' : `quantity ${value.unit}`;
  return value.type === 'code' ? value.kind : value.type;
};

const localLikeness = (one: Fact, other: Fact): number => {
  const a = one.frame;
  const b = other.frame;
  const size = a.left.length + b.left.length + a.right.length + b.right.length;
  return size === 0 ? 0 : (2 * (sharedCount(a.left, b.left) + sharedCount(a.right, b.right))) / size;
};

/** How alike the words beside the values are inside their clauses. */
export const labelLikeness = (one: Fact, other: Fact, local: number): number =>
  one.frame.label.length === 0 || other.frame.label.length === 0
    ? local
    : dice(one.frame.label, other.frame.label);

/** One pair of characters in common proves little, least of all for a number: 增长, 补贴. */
const loneShare = 0.4;
const momentLoneShare = 0.7;

const edgesMeet = (one: Fact, other: Fact): boolean =>
  one.frame.edge === other.frame.edge || one.frame.edge === null || other.frame.edge === null;

/**
 * How far two clauses are about one thing whatever their build: the share of the poorer topic that the other has.
 * 0 when the edge of a span tells them apart.
 */
export const topicLikeness = (one: Fact, other: Fact): number => {
  if (!edgesMeet(one, other)) return 0;
  const moment = one.value.type === 'date' || one.value.type === 'time';
  return containment(one.frame.topic, other.frame.topic, moment ? momentLoneShare : loneShare);
};

/** How far the words beside two values are about one thing; what stands beside one may stand elsewhere in the other's sentence. */
export const subjectLikeness = (one: Fact, other: Fact): number => {
  const a = one.frame;
  const b = other.frame;
  const beside = containment(a.near, b.near, loneShare);
  const across = Math.max(containment(a.near, b.wide, loneShare), containment(b.near, a.wide, loneShare));
  return Math.max(beside, acrossShare * across);
};
/** Found in the sentence but not beside the value: weaker. */
const acrossShare = 0.7;

/** A warning for another hazard is another warning. */
export const aboutMeets = (one: Fact, other: Fact): boolean => {
  if (one.value.type !== 'code' || other.value.type !== 'code') return true;
  return one.value.about === other.value.about || one.value.about === '' || other.value.about === '';
};

/** How alike the words around two values are, 0 to 1. */
export const frameLikeness = (one: Fact, other: Fact): number => {
  const local = localLikeness(one, other);
  return (
    0.3 * local +
    0.25 * labelLikeness(one, other, local) +
    0.25 * dice(one.frame.clause, other.frame.clause) +
    0.2 * dice(one.frame.sentence, other.frame.sentence)
  );
};

/**
 * `=…` is the release's own area. People of one incident count as one area however precisely it is named;
 * a bulletin's cases do not.
 */
const scopesMeet = (one: Fact, other: Fact): boolean => {
  if (one.scope === other.scope) return true;
  const a = one.scope.replace(/^=!?/, '');
  const b = other.scope.replace(/^=!?/, '');
  if (a === b) return true;
  // 全市 beside a district: the district is part of it.
  if (
    (one.scope.startsWith('=!') && !other.scope.startsWith('=')) ||
    (other.scope.startsWith('=!') && !one.scope.startsWith('='))
  )
    return false;
  if (a === '' || b === '') return true;
  return (
    one.scope.startsWith('=') &&
    other.scope.startsWith('=') &&
    ((!isCase(one) && !isCase(other)) || isHouse(a) || isHouse(b)) &&
    !a.startsWith('非') &&
    !b.startsWith('非')
  );
};

const isCase = (fact: Fact): boolean => fact.value.type === 'quantity' && fact.cases === true;

const statusesMeet = (one: readonly string[], other: readonly string[]): number => {
  if (one.length === 0 && other.length === 0) return 0;
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((status) => other.includes(status)).length;
  if (shared === 0) return -1;
  if ([...one, ...other].every((status) => sought.has(status))) return 1;
  return shared === Math.max(one.length, other.length) ? 1 : partlyShared;
};

/** 被困失联, 失联 and 被困: those who are still looked for. */
const sought = new Set(['missing', 'trapped']);

/** 排除疑似 and 疑似 share a word and count two things, unless the clauses are all but the same. */
const partlyShared = 0.5;

const talliesMeet = (one: Fact, other: Fact): boolean => {
  if (one.tally === other.tally) return true;
  if (one.tally === undefined || other.tally === undefined) return (one.tally ?? other.tally) !== 'new';
  return false;
};

/** Figures of two statistical windows (10月, 1-10月) are two figures. */
export const windowsMeet = (one: Fact, other: Fact): boolean =>
  one.window === undefined || other.window === undefined || one.window === other.window;

/** 无人员伤亡 denies the lightly and the severely hurt as well. */
const isNought = (fact: Fact): boolean => fact.value.type === 'quantity' && fact.value.quantity.value === 0;
const nobodyHurt = (one: Fact, other: Fact): boolean =>
  one.attribute === 'injured' && other.attribute === 'injured' && (isNought(one) || isNought(other));

/** A count of people needs the same status, tally and scope; -1 when they differ, else how much they speak for one thing. */
export const peopleMatch = (one: Fact, other: Fact): number => {
  if (!talliesMeet(one, other) || !scopesMeet(one, other)) return -1;
  const statuses = nobodyHurt(one, other) ? 1 : statusesMeet(one.statuses, other.statuses);
  if (statuses < 0) return -1;
  if (one.subset !== other.subset) return -1;
  if (one.tally === 'new' && one.asOf && other.asOf && compareAsOf(one.asOf, other.asOf) !== 0) return -1;
  return statuses;
};
