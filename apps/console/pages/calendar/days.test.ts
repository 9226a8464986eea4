import { expect, test } from '@jest/globals';
import { dayOf, isDay, onDay, shownDays, stepFrom, timeOf, weekdayOf, weeksOf } from './days.js';

test('a month is shown in whole weeks from Monday to Sunday', () => {
  expect(shownDays('month', '2026-11-26')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  // February 2027 begins on a Monday and ends on a Sunday: four weeks and no more.
  expect(shownDays('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  expect(weekdayOf('2026-11-26')).toBe(3);
});

test('a week begins on its Monday, a list on the day itself', () => {
  expect(shownDays('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(shownDays('agenda', '2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-12-09' });
});

test('one step leads to the next month whatever its length, and back over the year', () => {
  expect(stepFrom('month', '2026-01-31', true)).toBe('2026-02-01');
  expect(stepFrom('month', '2026-01-31', false)).toBe('2025-12-01');
  expect(stepFrom('week', '2026-12-28', true)).toBe('2027-01-04');
  expect(stepFrom('agenda', '2026-11-26', false)).toBe('2026-11-12');
});

test('what is moved to another day keeps its time of day', () => {
  const at = '2026-12-10T08:30:00.000+08:00';
  expect(onDay(at, '2027-01-04')).toBe('2027-01-04T08:30:00.000+08:00');
  expect([dayOf(at), timeOf(at)]).toEqual(['2026-12-10', '08:30']);
});

test('a day in the address that does not exist is none', () => {
  expect(isDay('2026-11-26')).toBe(true);
  expect([isDay(undefined), isDay('26.11.2026'), isDay('2026-13-01')]).toEqual([false, false, false]);
});

test('days stand in rows of seven', () => {
  expect(weeksOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([[1, 2, 3, 4, 5, 6, 7], [8]]);
});
