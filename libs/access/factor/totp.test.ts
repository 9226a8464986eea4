import { expect, test } from '@jest/globals';
import { base32Of, hotp, keyUri, newTotpSecret, stepAt, stepOf } from './totp.js';

const secret = Buffer.from('12345678901234567890');

test('the codes are those of RFC 4226, appendix D', () => {
  const codes = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter));
  expect(codes).toEqual([
    ...['755224', '287082', '359152', '969429', '338314'],
    ...['254676', '287922', '162583', '399871', '520489'],
  ]);
});

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code is that of RFC 6238, appendix B', (seconds, code) => {
  expect(hotp(secret, stepAt(new Date(seconds * 1_000)), 8)).toBe(code);
});

test('a code is taken in its own half minute and the ones beside it, and in no other', () => {
  const now = new Date('2026-11-27T08:00:10Z');
  const step = stepAt(now);
  const found = [-2, -1, 0, 1, 2].map((off) => stepOf(secret, hotp(secret, step + off), now));
  expect(found).toEqual([null, step - 1, step, step + 1, null]);
  expect(stepOf(secret, '12345', now)).toBeNull();
  expect(stepOf(newTotpSecret(), hotp(secret, step), now)).toBeNull();
});

test('the key is written as authenticators read it (RFC 4648, 10)', () => {
  expect(base32Of(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32Of(Buffer.from('foob'))).toBe('MZXW6YQ');
  const uri = new URL(keyUri(secret, '口径', 'linxiao'));
  expect(decodeURIComponent(uri.pathname)).toContain('口径:linxiao');
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    ...{ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', issuer: '口径' },
    ...{ algorithm: 'SHA1', digits: '6', period: '30' },
  });
});
