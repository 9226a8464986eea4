import { valuesAgree } from './agreement.js';
import type { Fact } from './fact.js';

const countiesOf = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ value }) =>
    value.type === 'place' && value.levels.county !== undefined ? [value.levels.county] : [],
  );

/** 青溪区 and 城区青溪 may be one; only names that hold nothing of each other are two. */
const isOther = (one: string, others: readonly string[]): boolean =>
  others.every((other) => !other.includes(one) && !one.includes(other));

const happenedAt = (facts: readonly Fact[], type: 'time' | 'date'): Fact | undefined =>
  facts.find((fact) => fact.value.type === type && fact.frame.role === 'occurred');

/**
 * Two like events in two districts: neither release knows the other's district, and they happened at other times. With one
 * time it is one event put in two places; where a time is missing, each organ speaking of its own district tells.
 */
export const areTwoEvents = (
  a: { readonly organ: string; readonly facts: readonly Fact[] },
  b: { readonly organ: string; readonly facts: readonly Fact[] },
): boolean => {
  const inA = countiesOf(a.facts);
  const inB = countiesOf(b.facts);
  const [leadA] = inA;
  const [leadB] = inB;
  if (leadA === undefined || leadB === undefined || !isOther(leadA, inB) || !isOther(leadB, inA))
    return false;
  for (const type of ['time', 'date'] as const) {
    const one = happenedAt(a.facts, type);
    const other = happenedAt(b.facts, type);
    if (one && other) {
      if (!valuesAgree(one.value, other.value, false)) return true;
      if (type === 'time') return false;
    }
  }
  return a.organ.includes(leadA) && b.organ.includes(leadB);
};
