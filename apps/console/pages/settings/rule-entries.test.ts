import { expect, test } from '@jest/globals';
import { ruleEntries } from './rule-entries.js';

const leaf = (key: string, value: unknown, origin: 'city' | 'measures' | 'default' = 'measures') => ({
  ...{ key, value, origin, article: '第十九条', number: null },
});
const leaves = [
  leaf('deadlines.routineRelease.title', '常规政务信息发布'),
  leaf('deadlines.routineRelease.limit', 5, 'city'),
  leaf('deadlines.routineRelease.reminders', [{ at: 50 }], 'default'),
  leaf('deadlines.interviewReply.limit', null),
];

test('the values of a rule are one row, which is the city’s own as soon as one of them is', () => {
  const [routine, interview] = ruleEntries(leaves, '');
  expect(routine).toMatchObject({ title: '常规政务信息发布', article: '第十九条', origin: 'city' });
  expect(routine?.values.map(({ key, value }) => [key, value])).toEqual([
    ['limit', 5],
    ['reminders', [{ at: 50 }]],
  ]);
  expect(interview).toMatchObject({ title: 'deadlines.interviewReply', origin: 'measures' });
});

test('a searched word is looked for in everything that a row shows', () => {
  expect(ruleEntries(leaves, '常规')).toHaveLength(1);
  expect(ruleEntries(leaves, '第十九条')).toHaveLength(2);
  expect(ruleEntries(leaves, '没有')).toEqual([]);
});

test('what has a title of its own is a rule of its own: an item of the review, a chain (Art.39(6))', () => {
  const entries = ruleEntries(
    [
      leaf('signOff.signatureDays.value', 90),
      leaf('signOff.checklist.stateSecrets.title', '不含国家秘密'),
      leaf('signOff.checklist.stateSecrets.urgent', true),
      leaf('signOff.checklist.pictures.title', '图片已审查'),
    ],
    '',
  );
  expect(entries.map(({ key, title }) => [key, title])).toEqual([
    ['signOff.signatureDays', 'signOff.signatureDays'],
    ['signOff.checklist.stateSecrets', '不含国家秘密'],
    ['signOff.checklist.pictures', '图片已审查'],
  ]);
});

test('a list with numbers that may be set is told item by item, each with who is told', () => {
  const number = {
    ...{ unit: 'percent' as const, inFile: 50, since: 'nextStart' as const, set: null },
    allowed: { zh: '1 至 1000 的整数', en: 'a whole number from 1 to 1000' },
  };
  const [entry] = ruleEntries(
    [
      leaf('deadlines.routineRelease.unit', 'workday'),
      leaf('deadlines.routineRelease.reminders', [{ at: 50, tell: ['drafter'] }]),
      { ...leaf('deadlines.routineRelease.reminders.0.at', 50), number },
    ],
    '',
  );
  expect(entry?.values.map(({ key, value, beside }) => [key, value, beside])).toEqual([
    // Its limit is not set here, so the unit is still said.
    ['unit', 'workday', null],
    ['reminders.0.at', 50, ['drafter']],
  ]);
});
