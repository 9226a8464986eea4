import { expect, test } from '@jest/globals';
import { civilTime } from '@koujing/kernel';
import { cityRules } from '../../test/support/a-conference.js';
import { leadTimeOf } from './lead-time.js';

/** 2026-12-10 is a Thursday; no holiday lies before it. */
const plan = { startsAt: new Date('2026-12-10T10:00:00+08:00'), emergency: false };

const dueUnder = (rules: string, rule: string): string => {
  const city = cityRules(rules);
  const lead = leadTimeOf({ rules: city.deadlines, calendar: city.calendar }, rule, plan);
  return lead === null ? '' : civilTime(lead.dueAt).slice(0, 10);
};

test.each([
  ['measures', '2026-12-01'],
  ['guizhou', '2026-12-01'],
  ['yiyang', '2026-12-03'],
  ['lianyungang', '2026-12-07'],
])('under %s the application is due by %s (Art.31(1), RULES.md 2b)', (rules, due) => {
  expect(dueUnder(rules, 'conferenceApplication')).toBe(due);
});

test.each(['measures', 'guizhou', 'yiyang', 'lianyungang'])(
  'under %s the materials are filed three working days before (Art.31(2), 34)',
  (rules) => {
    expect(dueUnder(rules, 'governmentMaterials')).toBe('2026-12-07');
    expect(dueUnder(rules, 'conferenceMaterials')).toBe('2026-12-07');
  },
);

test('every clock of the kinds is a rule of the city, so that no conference meets an unknown one', () => {
  const { conference, deadlines } = cityRules('measures');
  const named = Object.values(conference.kinds).flatMap(({ application, answer, materials }) => [
    ...[application.rule, answer],
    ...materials,
  ]);
  const duties = Object.keys(conference.routineDuty.duties);
  for (const rule of [...named, ...duties, conference.brief.rule]) expect(deadlines).toHaveProperty(rule);
});
