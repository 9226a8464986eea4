import { expect, test } from '@jest/globals';
import { wantedClocks, type Clocked } from './wanted-clocks.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}:00+08:00`);
const incident = (changes: Partial<Clocked>): Clocked => ({
  kind: 'accident',
  level: 'major',
  suggestedLevel: null,
  occurredAt: at('08:00'),
  learnedAt: at('08:20'),
  opinionFormedAt: null,
  conferenceHeldAt: null,
  state: 'open',
  ...changes,
});
const clocks = (changes: Partial<Clocked>, releasedAt: readonly Date[] = [], lateReportLimit = false) =>
  wantedClocks(incident(changes), { releasedAt, firstDue: at('13:00'), lateReportLimit });

test('first release and conference of the two upper levels run from the occurrence (Art.23)', () => {
  for (const level of ['major', 'extraordinary'] as const)
    expect(clocks({ level })).toEqual([
      { rule: 'emergencyFirstRelease', eventAt: at('08:00'), metAt: null },
      { rule: 'emergencyConference', eventAt: at('08:00'), metAt: null },
    ]);
});

test('ordinary, larger and social-security incidents have no hour limit (Art.23, 25)', () => {
  expect(clocks({ level: 'ordinary' })).toEqual([]);
  expect(clocks({ level: 'larger' })).toEqual([]);
  expect(clocks({ kind: 'socialSecurity', level: 'extraordinary' })).toEqual([]);
});

test('a report that came after the limit runs the late-report clock where the city has one, from learning', () => {
  const late = { learnedAt: at('14:00') };
  expect(clocks(late, [], true)[0]).toMatchObject({ rule: 'emergencyLateReport', eventAt: at('14:00') });
  expect(clocks(late, [], false)[0]).toMatchObject({ rule: 'emergencyFirstRelease', eventAt: at('08:00') });
  expect(clocks({ learnedAt: at('12:59') }, [], true)[0]?.rule).toBe('emergencyFirstRelease');
});

test('public opinion on a social-security event starts the immediate clock beside the 48 hours (Art.25)', () => {
  const formed = { opinionFormedAt: at('10:00'), level: 'ordinary' as const };
  expect(clocks({ ...formed, kind: 'socialSecurity' }).map(({ rule }) => rule)).toEqual([
    'socialSecurityImmediate',
    'publicOpinionResponse',
  ]);
  expect(clocks(formed).map(({ rule }) => rule)).toEqual(['publicOpinionResponse']);
});

test('a release from before the opinion formed does not answer it (国办发〔2016〕61号)', () => {
  const formed = { opinionFormedAt: at('10:00'), level: 'ordinary' as const };
  expect(clocks(formed, [at('09:00')])[0]?.metAt).toBeNull();
  expect(clocks(formed, [at('09:00'), at('11:00')])[0]?.metAt).toEqual(at('11:00'));
});

test('a closed incident wants no clock', () => {
  expect(clocks({ state: 'closed' })).toEqual([]);
});
