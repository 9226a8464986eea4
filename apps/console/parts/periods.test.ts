import { expect, test } from '@jest/globals';
import { recentHalves, recentYears, reportedHalves } from './periods.js';

test('the half-years to choose from begin with the one that runs, across the turn of the year', () => {
  expect(recentHalves('2026-11-26', 2)).toEqual([
    { key: '2026-H2', day: '2026-07-01' },
    { key: '2026-H1', day: '2026-01-01' },
  ]);
  expect(recentHalves('2027-06-30', 2).map(({ key }) => key)).toEqual(['2027-H1', '2026-H2']);
  expect(reportedHalves('2026-11-26', 3)).toEqual(['2026-H1', '2025-H2', '2026-H2']);
  expect(recentYears('2027-01-01', 2)).toEqual([2027, 2026]);
});
