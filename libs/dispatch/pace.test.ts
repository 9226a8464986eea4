import { expect, test } from '@jest/globals';
import { Pace } from './pace.js';

test('follows how fast tries end, within a few windows', () => {
  let now = 0;
  const pace = new Pace(() => now);
  expect(pace.perMs).toBe(0);
  for (let window = 0; window < 8; window += 1) {
    for (let n = 0; n < 200; n += 1) pace.ended();
    now += 100;
    expect(pace.perMs).toBeLessThanOrEqual(2);
  }
  expect(pace.perMs).toBeCloseTo(2, 1);
  now += 10_000;
  expect(pace.perMs).toBeCloseTo(1, 1);
  now += 10_000;
  now += 10_000;
  expect(pace.perMs).toBeLessThan(0.6);
});
