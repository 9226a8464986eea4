import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import {
  addDays,
  isCivilDay,
  loadCalendar,
  monthsAfter,
  periodOf,
  shiftWorkdays,
  weekdayOf,
  WorkingCalendar,
} from '@koujing/calendar';

const calendar = loadCalendar(join(import.meta.dirname, '../../config/calendars'));

test.each([
  ['2018-02-09', 10, '2018-02-28'],
  // A Sunday, worked for the Spring Festival: "seven working days before" may end on one.
  ['2018-02-26', -7, '2018-02-11'],
  ['2018-02-26', -3, '2018-02-22'],
  ['2026-02-13', 10, '2026-03-05'],
  ['2026-10-12', -7, '2026-09-24'],
])('%s and %i working days give %s', (from, count, to) => {
  expect(shiftWorkdays(calendar, from, count)).toMatchObject({ date: to, provisional: false });
});

test('a count across New Year into a year without its notice is provisional and skips the statutory day off', () => {
  const known = new WorkingCalendar([]);
  expect(shiftWorkdays(calendar, '2026-12-21', 10)).toMatchObject({
    date: '2027-01-05',
    provisional: true,
    unknownYears: [2027],
  });
  expect(known.day('2027-10-01')).toMatchObject({
    workday: false,
    basis: 'statutoryHoliday',
    provisional: true,
  });
});

test('the last week of December is a guess until next year’s notice is known', () => {
  expect(calendar.day('2026-12-23').provisional).toBe(false);
  expect(calendar.day('2026-12-30').provisional).toBe(true);
  expect(calendar.day('2018-12-29')).toMatchObject({ workday: true, basis: 'makeupWorkday' });
});

test('nothing counted means the day itself, or the next one that is worked', () => {
  expect(shiftWorkdays(calendar, '2026-11-25', 0).date).toBe('2026-11-25');
  expect(shiftWorkdays(calendar, '2026-02-15', 0).date).toBe('2026-02-24');
});

test('every day from 2007 to 2026 is judged as by the independent package', () => {
  const differing: string[] = [];
  for (let day = '2007-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
    if (calendar.day(day).workday !== chineseDays.isWorkday(day)) differing.push(day);
  expect(differing).toEqual([]);
});

const aDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2019-01-01', days));
const arrangement = fc
  .uniqueArray(fc.record({ date: aDay, workday: fc.boolean() }), {
    selector: ({ date }) => date,
    minLength: 1,
    maxLength: 200,
  })
  .map((days) => days.map((day) => ({ ...day, name: '节' })));

test('over any arrangement, working days are what a naive walk over the days counts', () => {
  fc.assert(
    fc.property(arrangement, aDay, fc.integer({ min: -60, max: 60 }), (days, from, count) => {
      fc.pre(count !== 0);
      const random = new WorkingCalendar([{ year: 2019, papers: [], days }]);
      const { date } = shiftWorkdays(random, from, count);
      const step = count < 0 ? -1 : 1;
      const naive = (day: string): boolean => {
        const arranged = days.find((each) => each.date === day);
        if (arranged !== undefined) return arranged.workday;
        const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(day.slice(5));
        return !(fixed && !day.startsWith('2019')) && ![0, 6].includes(weekdayOf(day));
      };
      let counted = 0;
      for (let day = from; day !== date;) {
        day = addDays(day, step);
        if (naive(day)) counted += 1;
      }
      expect(counted).toBe(Math.abs(count));
      expect(random.day(date).workday).toBe(true);
    }),
  );
});

test('a month ends on its last day where there is no such day, and never on a day of rest', () => {
  expect(monthsAfter(calendar, '2026-01-31', 1).date).toBe('2026-02-28');
  expect(monthsAfter(calendar, '2026-09-01', 1).date).toBe('2026-10-08');
  expect(monthsAfter(calendar, '2025-12-31', 2).date).toBe('2026-02-28');
});

test('quarters, half-years and years are told by the day', () => {
  expect(periodOf('2026-11-25', 'quarter')).toEqual({
    unit: 'quarter',
    key: '2026-Q4',
    first: '2026-10-01',
    last: '2026-12-31',
  });
  expect(periodOf('2026-06-30', 'halfYear').last).toBe('2026-06-30');
  expect(periodOf('2026-07-01', 'year').first).toBe('2026-01-01');
});

test('a day that does not exist is no day', () => {
  expect(isCivilDay('2026-02-30')).toBe(false);
  expect(isCivilDay('2026-2-3')).toBe(false);
});
