import { expect, test } from '@jest/globals';
import { partForm } from './part-form.js';
import { partLines } from './said-part.js';
import { partWords } from './words.js';

const ranks = {
  staff: { title: '其他工作人员', titleEn: 'Other staff', order: 10, article: '第八条' },
  envoy: { title: '特派员', order: 15, article: '第八条' },
};
const reading = { language: 'en', text: partWords.en, ranks } as const;

test('ranks are named in the language that is read, and those that have no English name by their own', () => {
  const table = { unit: 'rankTable', value: ranks } as const;
  expect(partLines(table, reading).map(({ name }) => name)).toEqual(['特派员', 'Other staff']);
  expect(
    partLines(table, { ...reading, language: 'zh', text: partWords.zh }).map(({ name }) => name),
  ).toEqual(['特派员', '其他工作人员']);
  expect(partLines({ unit: 'ranks', value: ['staff', 'envoy'] }, reading)[0]?.says).toBe(
    'Other staff, 特派员',
  );
});

test('a table of ranks is sent as it was read where nothing was changed, with the English names that there are', () => {
  const form = partForm({ unit: 'rankTable', value: ranks }, reading);
  expect(form?.sent(form.initial)).toEqual(ranks);
});
