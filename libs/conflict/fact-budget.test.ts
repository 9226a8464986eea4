import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FACT_PAIRS, FactBudget } from './fact-budget.js';

const facts = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

test('ten candidates of ordinary length are compared whole', () => {
  const budget = new FactBudget();
  for (let i = 0; i < 10; i++) {
    const [one, other] = budget.cut(facts(60), facts(80));
    expect([one.length, other.length]).toEqual([60, 80]);
  }
});

test('the likeliest of candidates that consist of figures is compared whole, the rest by their heads', () => {
  const budget = new FactBudget();
  const lengths = Array.from({ length: 10 }, () => budget.cut(facts(300), facts(300))[0].length);
  expect(lengths[0]).toBe(300);
  expect(lengths).toEqual([...lengths].sort((x, y) => y - x));
  expect(lengths.at(-1)).toBeGreaterThan(0);
});

test('whatever the lengths, a check compares no more pairs than its budget', () => {
  const counts = fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 12 });
  fc.assert(
    fc.property(counts, (candidates) => {
      const budget = new FactBudget();
      const pairs = candidates.map(([one, other]) => {
        const [a, b] = budget.cut(facts(one), facts(other));
        return a.length * b.length;
      });
      return pairs.reduce((sum, count) => sum + count, 0) <= FACT_PAIRS;
    }),
  );
});
