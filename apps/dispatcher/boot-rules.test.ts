import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Role } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { readCityFiles } from './city-files.js';
import { loadCityRules } from './city-rules.js';
import { readRegister } from './register.js';
import { refuseUnstaffed, type Known } from './refuse-unstaffed.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-boot-rules-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const refusal = (work: () => unknown): Problem => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

test('a conference chain that nobody can complete, a misspelt clock and an unknown name are told at once with file and line (Art.30, 31)', () => {
  const rules = file(
    'conference.yaml',
    `conference:
  kinds:
    own:
      host: '{organ}发言人{post}'
      answer: conferenceAnser
      chain:
        steps:
          - [{ step: cityLeader, title: 市领导, titleEn: City leader, by: cityLeader }]
violations:
  interviewRefused: { deadlines: [interviewReplies] }
`,
  );
  const { reasons, message } = refusal(() => loadCityRules(rules));
  expect(reasons.map(({ field }) => field)).toEqual(
    expect.arrayContaining([
      'conference.kinds.own.host',
      'conference.kinds.own.chain.steps',
      'violations.interviewRefused.deadlines.0',
    ]),
  );
  expect(reasons.filter(({ field }) => field === 'conference.kinds.own.chain.steps')).toHaveLength(2);
  for (const place of ['conference.yaml:4', 'conference.yaml:7', 'conference.yaml:10'])
    expect(message).toContain(place);
  const clock = file('clock.yaml', 'conference:\n  kinds:\n    own: { answer: conferenceAnser }\n');
  expect(refusal(() => loadCityRules(clock)).message).toContain(
    'clock.yaml:3 的 conference.kinds.own.answer',
  );
});

test('a misspelt role of a reminder, and a clock of Art.29 that counts by no period, are refused with file and line (Art.29)', () => {
  const rules = file(
    'told.yaml',
    `deadlines:
  routineRelease:
    article: 本市规定
    reminders:
      - { at: 80, tell: [drafter, aprover] }
`,
  );
  const { message } = refusal(() => loadCityRules(rules));
  expect(message).toContain('told.yaml:5 的 deadlines.routineRelease.reminders.0.tell.1');
  expect(message).toContain('principalLeader');
  const unit = file('unit.yaml', 'deadlines:\n  ownConference:\n    article: 本市规定\n    unit: workday\n');
  const told = refusal(() => loadCityRules(unit)).message;
  expect(told).toContain('unit.yaml:4 的 deadlines.ownConference.unit');
  expect(told).toContain('quarter, halfYear, year');
});

test('mistakes of the rules, the organs, the people and the media are told in one refusal, each with file and line', () => {
  const named = {
    rules: file('wrong-rules.yaml', 'deadlines:\n  routineRelease: { limit: -5, article: 本市规定 }\n'),
    register: {
      organs: file('wrong-organs.yaml', 'organs:\n  - { id: office, name: 市政府新闻办, kind: nobody }\n'),
      people: file('wrong-people.yaml', 'password: koujing-demo\npeople:\n  - { username: 7 }\n'),
      media: file('wrong-media.yaml', 'reporters:\n  - { name: 1 }\n'),
    },
  };
  const { message } = refusal(() => readCityFiles(named, folder));
  for (const place of [
    ...[
      'wrong-rules.yaml:2',
      'wrong-organs.yaml:2',
      'wrong-people.yaml:1',
      'wrong-people.yaml:3',
      'wrong-media.yaml:2',
    ],
  ])
    expect(message).toContain(place);
});

const nobody: Known = { actors: [], disabled: new Set() };

const organs = (name: string) =>
  file(
    name,
    `organs:
  - { id: office, name: 滨海市人民政府新闻办公室, short: 市政府新闻办, kind: governmentDepartment, remit: [新闻发布], unit: 综合处, office: true }
  - { id: water, name: 滨海市水务局, short: 市水务局, kind: governmentDepartment, remit: [供水], unit: 办公室 }
  - { id: parks, name: 滨海市园林局, short: 市园林局, kind: governmentDepartment, remit: [公园], unit: 办公室 }
`,
  );
const people = (lines: string) => file('people.yaml', `people:\n${lines}`);

test('organs whose people could not sign what they draft are refused at boot, every step at once, with the organ’s line (Art.14, 39(6))', () => {
  const organsFile = organs('organs.yaml');
  const named = people(
    '  - { username: w, name: 起草员, organ: water, roles: [drafter] }\n  - { username: v, name: 审查员, organ: water, roles: [confidentialityReviewer] }\n  - { username: p, name: 起草员, organ: parks, roles: [drafter, confidentialityReviewer, principalLeader] }\n',
  );
  const register = readRegister({ organs: organsFile, people: named }, folder);
  if (register === null) throw new Error('no register');
  const { signOff } = loadCityRules('measures');
  const { message } = refusal(() => refuseUnstaffed(register, signOff, { organsFile, known: nobody }));
  expect(message).toContain(
    `${organsFile}:3：“滨海市水务局”没有主要领导（起草人之外），不能办理“一般审签”的审定`,
  );
  expect(message).toContain(
    `${organsFile}:4：“滨海市园林局”没有保密审查员（起草人之外），不能办理“一般审签”的保密审查`,
  );
  const leader = {
    personId: 'x',
    name: '局长',
    grants: [{ role: 'principalLeader', organId: 'water', office: false }],
  } as const;
  const rest = refusal(() =>
    refuseUnstaffed(register, signOff, { organsFile, known: { ...nobody, actors: [leader] } }),
  );
  expect(rest.message).not.toContain('水务局');
});

const staff =
  '  - { username: d, name: 起草员, organ: water, roles: [drafter, principalLeader] }\n  - { username: l, name: 局长, organ: water, roles: [principalLeader] }\n';
const reviewer = '  - { username: r, name: 审查员, organ: water, roles: [confidentialityReviewer] }\n';
const started = (lines: string, known: Known) => {
  const organsFile = organs('organs-3.yaml');
  const register = readRegister({ organs: organsFile, people: people(lines) }, folder);
  if (register === null) throw new Error('no register');
  return () => refuseUnstaffed(register, loadCityRules('measures').signOff, { organsFile, known });
};
const holds = (username: string, ...roles: readonly Role[]): Actor => ({
  personId: `person-${username}`,
  name: username,
  grants: roles.map((role) => ({ role, organId: 'water', office: false })),
});

test('a role that the file gives somebody who is known already closes the gap that the file was told of (Art.39(6))', () => {
  const known = {
    ...nobody,
    actors: [holds('d', 'drafter'), holds('l', 'principalLeader'), holds('r', 'approver')],
  };
  expect(refusal(started(staff, known)).message).toContain('organs-3.yaml:3');
  expect(started(staff + reviewer, known)).not.toThrow();
});

test('a gap that only the database has stops no start: a leader chosen, an account closed (Art.5(6))', () => {
  const chosen = [holds('d', 'drafter', 'principalLeader'), holds('l', 'approver')];
  expect(
    started(staff + reviewer, { ...nobody, actors: [...chosen, holds('r', 'confidentialityReviewer')] }),
  ).not.toThrow();
  expect(started(staff + reviewer, { actors: chosen, disabled: new Set(['person-r']) })).not.toThrow();
});

test('whose account is closed completes no file (Art.39(6))', () => {
  const lacking = '  - { username: d, name: 起草员, organ: water, roles: [drafter] }\n' + reviewer;
  const { message } = refusal(started(lacking, { ...nobody, disabled: new Set(['person-r']) }));
  expect(message).toContain('没有保密审查员');
  expect(message).toContain('没有主要领导');
});

test('a role that does not exist is refused with what is allowed', () => {
  const organsFile = organs('organs-2.yaml');
  const named = people('  - { username: w, name: 起草员, organ: water, roles: [draftsman] }\n');
  expect(refusal(() => readRegister({ organs: organsFile, people: named }, folder)).message).toContain(
    'people.0.roles.0',
  );
});

test('the demo city’s own files name somebody for every step, under both rules files that have people for them', () => {
  const demo = join(process.cwd(), 'config', 'demo');
  const organsFile = join(demo, 'organs.yaml');
  const register = readRegister({ organs: organsFile, people: join(demo, 'people.yaml') }, demo);
  if (register === null) throw new Error('no register');
  expect(() =>
    refuseUnstaffed(register, loadCityRules('measures').signOff, { organsFile, known: nobody }),
  ).not.toThrow();
});
