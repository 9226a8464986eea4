import { expect, test } from '@jest/globals';
import { overLimits } from './limit.js';

const limits = [
  { field: 'title', max: 32, unit: 'characters', source: 'a page' },
  { field: 'digest', max: 128, unit: 'characters', source: 'a page', cut: true },
] as const;

test('a title that is too long is named in words, with its length and the limit', () => {
  expect(overLimits(limits, { title: 33, digest: 128 })).toEqual([
    {
      code: 'tooLong',
      severity: 'block',
      field: 'title',
      message: '标题有 33 字，上限是 32 字，请删减后再提交。',
      messageEn: 'The title has 33 characters; the limit is 32. Please shorten it.',
      allowed: '≤ 32 characters',
    },
  ]);
});

test('what a channel shortens by itself does not block', () => {
  expect(overLimits(limits, { digest: 129 })).toMatchObject([
    { code: 'willBeCut', severity: 'warn', message: '摘要有 129 字，上限是 128 字，发布时将在句末截断。' },
  ]);
});
