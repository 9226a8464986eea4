import type { Alignment } from './align.js';
import type { Fact } from './fact.js';

const SOUGHT: ReadonlySet<string> = new Set(['trapped', 'missing']);
const FOUND: ReadonlySet<string> = new Set(['rescued', 'ascended']);

const exactly = ({ value }: Fact): number | null =>
  value.type === 'quantity' && value.quantity.approximation === 'exact' ? value.quantity.value : null;
const isOf = (fact: Fact, statuses: ReadonlySet<string>): boolean =>
  fact.cases !== true && fact.statuses.some((status) => statuses.has(status));

/** 被困9人，已救出5人 beside 另有4人仍被困: nine less those who were found are the four. */
const isRest = (all: Fact, rest: Fact, facts: readonly Fact[]): boolean => {
  const [whole, left] = [exactly(all), exactly(rest)];
  if (whole === null || left === null || whole <= left) return false;
  const found = facts.filter((fact) => isOf(fact, FOUND) && fact.sentenceKey === all.sentenceKey);
  return found.some((fact) => exactly(fact) === whole - left);
};

/** Whether of those who are sought one release counts all and the other who is left. */
export const isRemainder = ({ a, b }: Alignment, factsA: readonly Fact[], factsB: readonly Fact[]): boolean =>
  isOf(a, SOUGHT) && isOf(b, SOUGHT) && (isRest(a, b, factsA) || isRest(b, a, factsB));
