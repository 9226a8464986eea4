import { expect, test } from '@jest/globals';
import { TravellingClock } from './clock.js';
import { RateLimit } from './rate-limit.js';

const aLimit = (perMinute = 3) => {
  const clock = new TravellingClock('2026-11-23T09:00:00+08:00');
  return { clock, limit: new RateLimit(clock, perMinute) };
};

test('so many a minute are let in, then it is said how long to wait, and after the minute it begins anew', () => {
  const { clock, limit } = aLimit();
  expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0]);
  clock.travel(20_000);
  expect([limit.waitMs('a'), limit.take('a'), limit.waitMs('a')]).toEqual([0, 40_000, 40_000]);
  clock.travel(40_000);
  expect([limit.waitMs('a'), limit.take('a')]).toEqual([0, 0]);
});

test('who asks too often costs nobody else a request', () => {
  const { limit } = aLimit(1);
  limit.take('a');
  expect([limit.take('a') > 0, limit.take('b')]).toEqual([true, 0]);
});

test('of ten thousand others that ask, none is forgotten; of more, the one that began first', () => {
  const { limit } = aLimit(1);
  limit.take('first');
  for (let n = 1; n < 10_000; n += 1) limit.take(`other-${n}`);
  expect(limit.take('first') > 0).toBe(true);
  limit.take('one-more');
  expect([limit.take('first'), limit.take('other-9999') > 0]).toEqual([0, true]);
});
