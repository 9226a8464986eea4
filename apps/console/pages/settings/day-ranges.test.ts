import { expect, test } from '@jest/globals';
import { dayRanges } from './day-ranges.js';

test('days that follow one another under one name are one range, across the end of a month', () => {
  const day = (date: string, name: string) => ({ date, name });
  expect(
    dayRanges([
      day('2026-01-31', '春节'),
      day('2026-02-01', '春节'),
      day('2026-02-03', '春节'),
      day('2026-02-04', '清明节'),
    ]),
  ).toEqual(['春节 1.31–2.1', '春节 2.3', '清明节 2.4']);
});
