import { expect, test } from '@jest/globals';
import { daysOf, periodsTo } from './report-days.js';

test('half-years, years and months are offered with their first and last days', () => {
  const named = new Map(periodsTo('2026-11-26T09:00').map(({ key, from, to }) => [key, `${from} ${to}`]));
  expect(named.get('2026-H2')).toBe('2026-07-01 2026-12-31');
  expect(named.get('2024')).toBe('2024-01-01 2024-12-31');
  expect(named.get('2026-02')).toBe('2026-02-01 2026-02-28');
  expect(named.get('2025-12')).toBe('2025-12-01 2025-12-31');
});

test('without days in the address a bulletin is on the half-year that is over, the others on the one that runs', () => {
  const today = '2026-11-26T09:00';
  expect(daysOf({}, 'bulletin', today)).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(daysOf({}, 'reach', today)).toEqual({ from: '2026-07-01', to: '2026-12-31' });
  expect(daysOf({ from: '2026-09-01', to: '2026-09-03' }, 'bulletin', today)).toEqual({
    from: '2026-09-01',
    to: '2026-09-03',
  });
  expect(daysOf({ from: '2026-09-05', to: '2026-09-03' }, 'reach', today).from).toBe('2026-07-01');
});
