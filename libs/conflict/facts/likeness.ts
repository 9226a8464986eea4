import { dice, sharedCount } from './bigrams.js';
import type { Fact } from './fact.js';
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

/** How alike the words around two values are, 0 to 1. */
export const frameLikeness = (one: Fact, other: Fact): number =>
  0.5 * localLikeness(one, other) +
  0.3 * dice(one.frame.clause, other.frame.clause) +
  0.2 * dice(one.frame.sentence, other.frame.sentence);

const scopesMeet = (one: string, other: string): boolean => {
  if (one === other) return true;
  const a = one.replace(/^=/, '');
  const b = other.replace(/^=/, '');
  if (a === '' || b === '') return true;
  return a === b;
};

const statusesMeet = (one: readonly string[], other: readonly string[]): number => {
  if (one.length === 0 && other.length === 0) return 0;
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((status) => other.includes(status)).length;
  if (shared === 0) return -1;
  return shared === Math.max(one.length, other.length) ? 1 : 0;
};

const talliesMeet = (one: Fact, other: Fact): boolean => {
  if (one.tally === other.tally) return true;
  if (one.tally === undefined || other.tally === undefined) return (one.tally ?? other.tally) !== 'new';
  return false;
};

/** A count of people needs the same status, tally and scope; -1 when they differ, else how much they speak for one thing. */
export const peopleMatch = (one: Fact, other: Fact): number => {
  if (!talliesMeet(one, other) || !scopesMeet(one.scope, other.scope)) return -1;
  const statuses = statusesMeet(one.statuses, other.statuses);
  if (statuses < 0) return -1;
  if (one.tally === 'new' && one.asOf && other.asOf && compareAsOf(one.asOf, other.asOf) !== 0) return -1;
  return statuses;
};
