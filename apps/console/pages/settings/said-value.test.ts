import { expect, test } from '@jest/globals';
import { saidValue } from './said-value.js';

test('reminders, lists and single values are said in words, and nothing is shown as JSON that has words', () => {
  const words = { drafter: '起草员', approver: '审批领导', city: '市级', contentApproved: '内容审定' };
  const reminders = [
    { at: 50, tell: ['drafter'] },
    { at: 80, tell: ['drafter', 'approver'] },
  ];
  expect(saidValue(reminders, words, 'zh')).toBe('50% 起草员、80% 起草员 审批领导');
  expect(saidValue(['city', 'other'], words, 'zh')).toBe('市级、other');
  expect(saidValue('contentApproved', words, 'zh')).toBe('内容审定');
  expect(saidValue([{ title: '有法律依据', article: '第十条' }], words, 'zh')).toBe('有法律依据');
  expect(saidValue(['a', 'b'], {}, 'en')).toBe('a, b');
  expect(saidValue(null, words, 'zh')).toBe('—');
});
