import { expect, test } from '@jest/globals';
import { checkCommonPasswords } from './password-checks.js';

const listed = (count: number, length: number): ReadonlySet<string> =>
  new Set(Array.from({ length: count }, (_, n) => String(n).padStart(length, 'x')));

test('without a list of common passwords, the doctor says so and where there are some', () => {
  expect(checkCommonPasswords(new Set())).toMatchObject({
    verdict: 'warning',
    zh: expect.stringContaining('access.commonPasswords'),
  });
});

test('what is too short to be chosen does not count, three thousand others do', () => {
  const short = listed(9_000, 9);
  expect(checkCommonPasswords(short)).toMatchObject({
    verdict: 'warning',
    zh: expect.stringContaining('0 个'),
  });
  expect(checkCommonPasswords(new Set([...short, ...listed(2_999, 10)])).verdict).toBe('warning');
  expect(checkCommonPasswords(new Set([...short, ...listed(3_000, 10)])).verdict).toBe('well');
});
