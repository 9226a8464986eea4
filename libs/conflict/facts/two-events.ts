import { valuesAgree } from './agreement.js';
import type { Fact } from './fact.js';
import { reachesMeet } from './scope.js';

const countiesOf = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ value }) =>
    value.type === 'place' && value.levels.county !== undefined ? [value.levels.county] : [],
  );

/** 青溪区 and 城区青溪 may be one; only names that hold nothing of each other are two. */
const isOther = (one: string, others: readonly string[]): boolean =>
  others.every((other) => !other.includes(one) && !one.includes(other));

const streetsOf = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ value }) =>
    value.type === 'place' && /(?:路|街|大道|巷|桥|村|小区)$/.test(value.levels.local ?? '')
      ? [value.levels.local as string]
      : [],
  );

/** 中山街停水 from 8 to 18 and 迎宾路停水 from 13 to 22: neither knows the other's street, and no moment is the same. */
const onTwoStreets = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean => {
  const inA = streetsOf(factsA);
  const inB = streetsOf(factsB);
  const [leadA] = inA;
  const [leadB] = inB;
  if (leadA === undefined || leadB === undefined || !isOther(leadA, inB) || !isOther(leadB, inA))
    return false;
  const times = (facts: readonly Fact[]): readonly Fact[] =>
    facts.filter(({ value, isAsOf }) => value.type === 'time' && isAsOf !== true);
  const inTimeA = times(factsA);
  const inTimeB = times(factsB);
  return (
    inTimeA.length > 0 &&
    inTimeB.length > 0 &&
    !inTimeA.some((one) => inTimeB.some((other) => valuesAgree(one.value, other.value, false)))
  );
};

const happenedAt = (facts: readonly Fact[], type: 'time' | 'date'): Fact | undefined =>
  facts.find((fact) => fact.value.type === type && fact.frame.role === 'occurred');

/** One collision at 18:40 and another at 21:15: of texts that nothing else shows to be of one matter. */
export const happenedApart = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean => {
  const [one, other] = [happenedAt(factsA, 'time'), happenedAt(factsB, 'time')];
  return one !== undefined && other !== undefined && !valuesAgree(one.value, other.value, false);
};

/** The city answers with Ⅲ级 and one of its counties with Ⅱ级: two responses, each of its own area. */
const respondApart = (factsA: readonly Fact[], factsB: readonly Fact[]): boolean => {
  const areas = (facts: readonly Fact[]): readonly string[] =>
    facts.flatMap(({ attribute, reach }) => (attribute === 'responseLevel' && reach !== '' ? [reach] : []));
  const [inA, inB] = [areas(factsA), areas(factsB)];
  return inA.length > 0 && inB.length > 0 && !inA.some((one) => inB.some((other) => reachesMeet(one, other)));
};

/**
 * Two like events in two districts: neither release knows the other's district, and they happened at other times. With one
 * time it is one event put in two places; where a time is missing, each organ speaking of its own district tells.
 */
export const areTwoEvents = (
  a: { readonly organ: string; readonly facts: readonly Fact[] },
  b: { readonly organ: string; readonly facts: readonly Fact[] },
): boolean => {
  if (respondApart(a.facts, b.facts)) return true;
  const inA = countiesOf(a.facts);
  const inB = countiesOf(b.facts);
  const [leadA] = inA;
  const [leadB] = inB;
  if (leadA === undefined && leadB === undefined) return onTwoStreets(a.facts, b.facts);
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
