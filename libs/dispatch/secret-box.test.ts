import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secretBoxFrom } from './secret-box.js';

const box = secretBoxFrom('ab'.repeat(32));

test('what is sealed for an account opens for that account and for no other', () => {
  fc.assert(
    fc.property(fc.string(), (secret) => {
      const sealed = box.seal(secret, 'account-1');
      expect(box.open(sealed, 'account-1')).toBe(secret);
      expect(() => box.open(sealed, 'account-2')).toThrow('KOUJING_SECRET_KEY');
    }),
  );
});

test('a sealed value shows nothing of the secret and is never the same twice', () => {
  const [first, second] = [box.seal('hunter2', 'a'), box.seal('hunter2', 'a')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('hunter2');
});

test('another key, or a changed byte, opens nothing', () => {
  const sealed = box.seal('hunter2', 'a');
  expect(() => secretBoxFrom('cd'.repeat(32)).open(sealed, 'a')).toThrow();
  expect(() => box.open(`${sealed.slice(0, -2)}AA`, 'a')).toThrow();
});

test('a key of the wrong length is refused at boot with what is allowed', () => {
  expect(() => secretBoxFrom('c2hvcnQ=')).toThrow('32 字节');
});
