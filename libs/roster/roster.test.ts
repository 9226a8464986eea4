import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadSettings } from '@koujing/settings';
import { appointReasons } from './appoint-reasons.js';
import { appointSchema } from './roster.api.js';
import { rosterCsv } from './roster-csv.js';
import type { RosterEntry } from './roster.js';
import { groupOf, rankWanted, rosterSection } from './roster-rules.js';

const rules = (...files: readonly string[]) =>
  loadSettings([rosterSection], {
    paths: files.map((file) => join(import.meta.dirname, '../../config/rules', file)),
    environment: {},
    partly: true,
  }).roster;
const measures = rules('measures.yaml');
const guizhou = rules('measures.yaml', 'guizhou.yaml');

const department = { kind: 'governmentDepartment', level: 'city' } as const;
const cityGovernment = { kind: 'government', level: 'city' } as const;

const appointment = (changes: Record<string, unknown> = {}) =>
  appointSchema.parse({
    ...{ post: 'spokesperson', name: '市交通运输局发言人', title: '副局长' },
    ...{ rank: 'leadershipTeamMember', fromOn: '2026-11-01', ...changes },
  });

const entry = (changes: Partial<RosterEntry> = {}): RosterEntry => ({
  ...{ id: 'first', organId: 'transport', post: 'spokesperson', temporary: false, topic: '' },
  ...{ name: '前任发言人', title: '副局长', rank: 'leadershipTeamMember', rankReason: '', phone: '' },
  ...{ fromOn: '2026-01-01', untilOn: null, endedReason: null, appointedBy: 'system' },
  ...{ appointedAt: new Date('2026-01-01T09:00:00+08:00'), endedBy: null, endedAt: null },
  ...changes,
});

const codes = (
  changes: Record<string, unknown>,
  {
    entries = [],
    organ = department,
    by = measures,
  }: {
    entries?: readonly RosterEntry[];
    organ?: typeof department | typeof cityGovernment;
    by?: typeof measures;
  } = {},
) =>
  appointReasons(by, { organ, input: appointment(changes), entries, today: '2026-11-23' }).map(
    ({ code }) => code,
  );

test('an organ has one spokesperson: a second is refused until the first is replaced (Art.8)', () => {
  const entries = [entry()];
  expect(codes({}, { entries })).toEqual(['postTaken']);
  expect(codes({ replaces: 'first' }, { entries })).toEqual([]);
  expect(codes({}, { entries: [entry({ untilOn: '2026-10-31' })] })).toEqual([]);
});

test('a temporary spokesperson for a topic is not counted (Art.8)', () => {
  const temporary = { temporary: true, topic: '地铁一号线开通', untilOn: '2026-12-31' };
  expect(codes(temporary, { entries: [entry()] })).toEqual([]);
  expect(codes({}, { entries: [entry({ ...temporary })] })).toEqual([]);
  expect(appointSchema.safeParse({ ...appointment(), temporary: true }).success).toBe(false);
});

test('a rank below the one of Art.8 is not barred but must be explained', () => {
  expect(codes({ rank: 'staff' })).toEqual(['rankReasonNeeded']);
  expect(codes({ rank: 'staff', rankReason: '班子换届期间代理' })).toEqual([]);
  expect(codes({ rank: 'leadershipTeamMember' }, { organ: cityGovernment })).toEqual(['rankReasonNeeded']);
  expect(codes({ rank: 'deputySecretaryGeneral' }, { organ: cityGovernment })).toEqual([]);
  expect(codes({ post: 'pressAssistant', rank: 'generalDepartmentHead' })).toEqual([]);
});

test('which rank Art.8 wants is said in both languages, by the names of the rules file', () => {
  const input = appointment({ rank: 'staff' });
  const [reason] = appointReasons(measures, { organ: department, input, entries: [], today: '2026-11-23' });
  expect(reason?.message).toContain('由领导班子成员以上担任');
  expect(reason?.messageEn).toContain('the rank of Member of the leadership or higher');
  expect(rankWanted(measures, cityGovernment, { post: 'spokesperson', rank: 'staff' })).toEqual({
    zh: '副秘书长以上',
    en: 'Deputy secretary-general or higher',
  });
});

test('in Guizhou the province has two spokespersons, and every other number is inherited', () => {
  const entries = [entry({ rank: 'secretaryGeneral' })];
  const second = { rank: 'deputySecretaryGeneral' };
  expect(codes(second, { entries, organ: cityGovernment })).toEqual(['postTaken']);
  expect(codes(second, { entries, organ: cityGovernment, by: guizhou })).toEqual([]);
  expect(codes({}, { entries: [entry()], by: guizhou })).toEqual(['postTaken']);
  expect(groupOf(guizhou, department)).toEqual(groupOf(measures, department));
});

test('a rank that the rules file does not define is a mistake of the file, named with its group', () => {
  const broken = {
    ranks: { staff: { title: '工作人员', order: 1, article: '第八条' } },
    posts: {
      organ: {
        article: '第八条',
        spokesperson: { count: 1, atLeast: 'mayor' },
        pressAssistant: { count: 1 },
      },
    },
  };
  const result = rosterSection.schema.safeParse(broken);
  expect(result.error?.issues[0]).toMatchObject({
    path: ['posts', 'organ', 'spokesperson'],
    message: expect.stringContaining('mayor'),
  });
});

test('the table of the list opens as text in a spreadsheet: no field is taken for a formula', () => {
  const organs = [
    { organ: '市水务局', entries: [{ post: 'spokesperson' as const, name: '=cmd', title: '副局长,"代"' }] },
  ];
  expect(rosterCsv({ organs }).split('\r\n')[1]).toBe(`"市水务局","新闻发言人","'=cmd","副局长,""代"""`);
});
