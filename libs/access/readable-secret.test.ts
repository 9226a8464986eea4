import { expect, test } from '@jest/globals';
import { newBreakGlassPassword } from './emergency/break-glass.js';
import { newRecoveryCodes } from './factor/recovery-code.js';
import { newFirstPassword } from './people/first-password.js';
import { signs } from './readable-secret.js';

const bitsOf = (secret: string): number => secret.replaceAll('-', '').length * Math.log2(signs.length);
const form = new RegExp(`^[${signs}]{4}(-[${signs}]{4})*$`, 'u');

test('a first password and the emergency account’s hold 128 bits, a recovery code the 20 that one use at the throttled door needs', () => {
  expect(new Set(signs).size).toBe(signs.length);
  for (const secret of [newFirstPassword(), newBreakGlassPassword()]) {
    expect(secret).toMatch(form);
    expect(bitsOf(secret)).toBeGreaterThanOrEqual(128);
  }
  for (const code of newRecoveryCodes()) {
    expect(code).toMatch(form);
    expect(bitsOf(code)).toBeGreaterThanOrEqual(20);
  }
  expect(newFirstPassword()).not.toBe(newFirstPassword());
});
