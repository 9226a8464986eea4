import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadCalendar } from '@koujing/calendar';
import { civilTime, Problem } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { deadlinesSection, dueOf, type DeadlineRule } from '@koujing/deadline';
import { dueOfRemainder, workdaysLeft } from './limit.js';

const root = join(import.meta.dirname, '../..');
const calendar = loadCalendar(join(root, 'config/calendars'));
const rulesOf = (...files: readonly string[]) =>
  loadSettings([deadlinesSection], {
    paths: files.map((file) => join(root, 'config/rules', file)),
    environment: {},
    partly: true,
  }).deadlines;
const measures = rulesOf('measures.yaml');
const guizhou = rulesOf('measures.yaml', 'guizhou.yaml');

const due = (rule: DeadlineRule | undefined, event: string) => {
  if (rule === undefined || rule.limit === null) throw new Error('no limit');
  const { at, provisional } = dueOf({ ...rule, limit: rule.limit }, new Date(event), calendar);
  return { at: civilTime(at).slice(0, 16), provisional };
};

test('a routine release has ten working days, until midnight of the last (Art.19)', () => {
  expect(due(measures['routineRelease'], '2018-02-09T17:30:00+08:00').at).toBe('2018-02-28T23:59');
});

test('five hours are wall-clock hours from the occurrence, the night included (Art.23)', () => {
  expect(due(measures['emergencyFirstRelease'], '2026-02-16T22:10:00+08:00').at).toBe('2026-02-17T03:10');
});

test('seven working days before an event may end on a Sunday that is worked (Art.31)', () => {
  expect(due(measures['conferenceApplication'], '2018-02-26T09:30:00+08:00').at).toBe('2018-02-11T23:59');
});

test('one calendar month that ends in the holiday ends on the first day worked after it (Art.9)', () => {
  expect(due(measures['rosterChange'], '2026-09-05T10:00:00+08:00').at).toBe('2026-10-08T23:59');
});

test('a period ends with its last day (Art.29)', () => {
  expect(due(measures['ownConference'], '2026-11-25T10:00:00+08:00').at).toBe('2026-12-31T23:59');
});

test('a limit that reaches into a year without its notice is provisional', () => {
  expect(due(measures['routineRelease'], '2026-12-21T10:00:00+08:00')).toEqual({
    at: '2027-01-05T23:59',
    provisional: true,
  });
});

test('Guizhou’s file changes its own numbers and inherits the rest', () => {
  expect(due(guizhou['routineRelease'], '2018-02-09T17:30:00+08:00').at).toBe('2018-02-22T23:59');
  expect(guizhou['emergencyFirstRelease']?.limit).toBe(3);
  expect(guizhou['emergencyLateReport']?.limit).toBe(1);
  expect(measures['emergencyLateReport']?.limit).toBeNull();
  expect(guizhou['conferenceApplication']).toEqual(measures['conferenceApplication']);
});

test('exemptions for emergencies are as uneven as the text (Art.31, 34)', () => {
  const basis = (rule: string) => measures[rule]?.emergencyExemption;
  expect(['governmentMaterials', 'ownMaterials', 'countyMajorMatter'].map(basis)).toEqual([
    'explicit',
    'explicit',
    'explicit',
  ]);
  expect(['partyMaterials', 'conferenceMaterials'].map(basis)).toEqual(['none', 'none']);
  expect(basis('conferenceApplication')).toBe('inferred');
});

test('after a pause the working days that were left are left again', () => {
  const paused = new Date('2026-09-29T10:00:00+08:00');
  const workdays = workdaysLeft(paused, new Date('2026-10-08T23:59:59+08:00'), calendar);
  // Two working days were left (30 September and 8 October): 10 October, a Saturday, is worked for the holiday.
  const again = dueOfRemainder({ workdays, from: new Date('2026-10-09T10:00:00+08:00') }, calendar);
  expect(civilTime(again.at).slice(0, 10)).toBe('2026-10-12');
});

test('a negative limit, a missing article, a misspelt event or actor and an unknown key are refused together, each with its line', async () => {
  const { mkdtempSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const file = join(mkdtempSync(join(tmpdir(), 'koujing-rules-')), 'city.yaml');
  writeFileSync(
    file,
    'deadlines:\n  own:\n    title: 自定\n    startEvent: submited\n    limit: -3\n    unit: fortnight\n    actor: ofice\n    hardness: hard\n    colour: red\n',
  );
  try {
    loadSettings([deadlinesSection], {
      paths: [join(root, 'config/rules/measures.yaml'), file],
      environment: {},
      partly: true,
    });
    throw new Error('no problem was reported');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.reasons.map(({ field }) => field).sort()).toEqual([
      'deadlines.own.actor',
      'deadlines.own.article',
      'deadlines.own.colour',
      'deadlines.own.limit',
      'deadlines.own.startEvent',
      'deadlines.own.unit',
    ]);
    expect(error.message).toContain(`${file}:5`);
    for (const told of [`${file}:4`, 'submited', 'submitted', 'ofice', 'releasingOrgan'])
      expect(error.message).toContain(told);
  }
});
