import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadCalendar } from '@koujing/calendar';
import { deadlinesSection, dueOf } from '@koujing/deadline';
import { loadSettings } from '@koujing/settings';
import { countingOf } from './counting.js';

const root = join(import.meta.dirname, '../..');
const calendar = loadCalendar(join(root, 'config/calendars'));
const { deadlines } = loadSettings([deadlinesSection], {
  paths: [join(root, 'config/rules/measures.yaml')],
  environment: {},
  partly: true,
});

const counted = (rule: string, event: string, pausedDays = 0) => {
  const terms = deadlines[rule];
  if (terms === undefined) throw new Error(`no rule ${rule}`);
  const eventAt = new Date(event);
  const startedAt = new Date(eventAt.getTime() + pausedDays * 86_400_000);
  return countingOf({ terms, eventAt, startedAt, remainder: null }, calendar);
};

test('an end is told by the very days that led to it (Art.9, 19)', () => {
  const { skipped, papers } = counted('rosterChange', '2026-09-05T10:00:00+08:00');
  const days = skipped.map(({ date }) => date);
  expect([days, papers.length]).toEqual([['2026-10-05', '2026-10-06', '2026-10-07'], 1]);
  const routine = deadlines['routineRelease'];
  if (routine === undefined || routine.limit === null) throw new Error('no limit');
  const event = '2026-09-28T10:00:00+08:00';
  const { walk } = dueOf({ ...routine, limit: routine.limit }, new Date(event), calendar);
  expect(counted('routineRelease', event)).toMatchObject({ skipped: walk?.skipped, makeup: walk?.makeup });
});

test('an end that a pause moved by days is not told by days that did not lead to it (Art.9)', () => {
  expect(counted('rosterChange', '2026-09-05T10:00:00+08:00', 20).skipped).toEqual([]);
});
