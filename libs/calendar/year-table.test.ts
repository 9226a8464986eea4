import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Problem } from '@koujing/kernel';
import { loadCalendar } from '@koujing/calendar';
import { yearTableFrom } from './year-table.js';

const shared = join(import.meta.dirname, '../../../shared/data/calendars');

const holidayCn = (days: readonly object[]) => ({ $schema: 'x', year: 2026, papers: ['p'], days });

test('our own form and the holiday-cn form of a year are the same table', () => {
  const own = yearTableFrom({
    year: 2026,
    papers: ['p'],
    days: [{ name: '元旦', off: ['2026-01-01..2026-01-02'], work: ['2026-01-04'] }],
  });
  const foreign = yearTableFrom(
    holidayCn([
      { name: '元旦', date: '2026-01-04', isOffDay: false },
      { name: '元旦', date: '2026-01-01', isOffDay: true },
      { name: '元旦', date: '2026-01-02', isOffDay: true },
    ]),
  );
  expect(own).toEqual(foreign);
  expect(own.ok && own.value.days).toHaveLength(3);
});

test('a day that does not exist, a day told twice and a day of another year are all named', () => {
  const bad = yearTableFrom(holidayCn([{ name: '元旦', date: '2026-02-30', isOffDay: true }]));
  expect(!bad.ok && bad.error[0]).toMatchObject({ field: 'days.0.date', found: '"2026-02-30"' });
  const misplaced = yearTableFrom({
    year: 2026,
    papers: [],
    days: [{ name: '春节', off: ['2025-02-15', '2026-02-15', '2026-02-15'] }],
  });
  expect(!misplaced.ok && misplaced.error.map(({ found }) => found)).toEqual(['2025-02-15', '2026-02-15']);
});

(existsSync(shared) ? test : test.skip)(
  'the tables in config are what the shared holiday-cn files say',
  () => {
    const calendar = loadCalendar(join(import.meta.dirname, '../../config/calendars'));
    for (const year of calendar.years.filter((each) => each >= 2018)) {
      const table = yearTableFrom(JSON.parse(readFileSync(join(shared, `${year}.json`), 'utf8')));
      if (!table.ok) throw new Error(`${year}`);
      for (const { date, workday } of table.value.days)
        expect([date, calendar.day(date).workday]).toEqual([date, workday]);
    }
  },
);

test('all mistakes of all files are reported at once, and one year given twice is one of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'koujing-calendar-'));
  const year = 'year: 2026\npapers: []\ndays: [{ name: 元旦, off: [2026-01-01] }]\n';
  writeFileSync(join(folder, 'a.yaml'), year);
  writeFileSync(join(folder, 'b.yaml'), year);
  writeFileSync(join(folder, 'c.yaml'), 'year: twenty\npapers: []\ndays: []\n');
  try {
    loadCalendar(folder);
    throw new Error('no problem was reported');
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).reasons.map(({ field }) => field)).toEqual(['year', 'year']);
    expect((error as Problem).message).toContain('c.yaml:1');
    expect((error as Problem).message).toContain('b.yaml:1');
  }
});
