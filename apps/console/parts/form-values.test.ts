import { expect, test } from '@jest/globals';
import { isMissing, type Field } from './form-values.js';

const subjects: Field = { name: 'subjects', label: '主题', kind: 'words' };

test('a question with several answers is missing while none is given', () => {
  expect(isMissing(subjects, [])).toBe(true);
  expect(isMissing(subjects, ['供水'])).toBe(false);
  expect(isMissing({ ...subjects, optional: true }, [])).toBe(false);
});

test('blanks are no answer, and rows are asked one by one', () => {
  expect(isMissing({ name: 'reason', label: '理由' }, '  ')).toBe(true);
  const parts: Field = {
    name: 'parts',
    label: '安排',
    kind: 'rows',
    rowOf: [{ name: 'title', label: '名称' }],
  };
  expect(isMissing(parts, [])).toBe(false);
  expect(isMissing(parts, [{ title: '通稿' }, { title: '' }])).toBe(true);
});
