import { expect, test } from '@jest/globals';
import { summaryOf } from './interview-list.sql.js';
import type { Interview } from './interview.js';

const at = new Date('2026-11-23T02:00:00Z');
const request: Interview = {
  ...{
    id: 'i',
    outletId: 'o',
    reporterId: null,
    organId: 'water',
    matterId: null,
    subject: '停水',
    questions: '几时恢复',
  },
  ...{ via: 'phone', receivedAt: at, receivedBy: 'p', state: 'received', repliedAt: null, alarmedAt: null },
  ...{
    accepted: null,
    arrangement: null,
    held: null,
    refusal: null,
    closing: null,
    revision: 1,
    updatedAt: at,
  },
};
const names = {
  id: 'i',
  outletName: '滨海日报',
  reporterName: null,
  organName: '市水务局',
  organShort: '水务局',
};
const seen = { now: at, alarmHours: 24, matters: new Map<string, string>() };

test('a list says of a clock that the office stopped that it stands still', () => {
  const paused = summaryOf(request, { ...names, dueAt: at, clock: 'paused' }, seen);
  expect(paused.dueAt).toContain('2026-11-23T10:00');
  expect(paused.paused).toBe(true);
  expect(summaryOf(request, { ...names, dueAt: at, clock: 'running' }, seen).paused).toBe(false);
  expect(summaryOf(request, { ...names, dueAt: null, clock: null }, seen).paused).toBe(false);
});
