import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayBeSameTime, timesIn, writeTime } from './time-of-day.js';

const times = (text: string): string[] => timesIn(text).map((mention) => writeTime(mention.minute));
const same = (one: string, other: string): boolean => {
  const [a] = timesIn(one);
  const [b] = timesIn(other);
  if (!a || !b) throw new Error('a time is missing');
  return mayBeSameTime(a, b);
};

test.each([
  ['下午3点', ['15:00']],
  ['15时30分', ['15:30']],
  ['15:30', ['15:30']],
  ['上午9点半', ['09:30']],
  ['凌晨3时许', ['03:00']],
  ['晚8点', ['20:00']],
  ['24时', ['24:00']],
  ['中午12时', ['12:00']],
  ['0时至24时', ['00:00', '24:00']],
  ['0-24时', ['00:00', '24:00']],
  ['下午三点一刻', ['15:15']],
  ['晚上12点', ['24:00']],
  ['夜里11点半', ['23:30']],
  ['16日零时', ['00:00']],
  ['三点起', ['03:00']],
])('%s is read as %j', (text, expected) => {
  expect(times(text)).toEqual(expected);
});

test.each(['24小时', '3点建议', '0.3点', '同时', '比分3:2', '三点要求'])('%s is no time of day', (text) => {
  expect(times(text)).toEqual([]);
});

test('下午3点 and 15时 are one time, 3点 alone may be it too, 凌晨3点 is not', () => {
  expect(same('下午3点', '15时')).toBe(true);
  expect(same('3点', '15时')).toBe(true);
  expect(same('凌晨3点', '15时')).toBe(false);
});

test('许 and 左右 leave room, a bare hour does not', () => {
  expect(same('3时许', '3时12分')).toBe(true);
  expect(same('9时', '9时30分')).toBe(false);
  expect(same('8时', '10时许')).toBe(false);
});

test('every minute of the day survives being written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(timesIn(writeTime(minute))[0]?.minute).toBe(minute);
    }),
  );
});
