import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { CryptoSuite } from './crypto-suite.js';

/** What every suite keeps; `vector` is a hash that its standard gives. */
export const keepsTheCryptoContract = (
  suite: CryptoSuite,
  other: CryptoSuite,
  vector: { readonly text: string; readonly hash: string },
): void =>
  describe(`the ${suite.name} suite`, () => {
    const pair = suite.newSigningKey();
    const text = '市新闻办审定了“城区供水恢复”';
    const key = randomBytes(32);

    test('hashes as its standard says, texts as their bytes', () => {
      expect(suite.hash(vector.text)).toBe(vector.hash);
      expect(suite.hash(text)).toBe(suite.hash(Buffer.from(text)));
      expect(suite.hash(text)).toMatch(/^[0-9a-f]{64}$/u);
    });

    test('what it signed verifies, and nothing else does', () => {
      const signature = suite.sign(text, pair.privateKey);
      expect(suite.verify(text, signature, pair.publicKey)).toBe(true);
      expect(suite.verify(`${text}。`, signature, pair.publicKey)).toBe(false);
      expect(suite.verify(text, signature, suite.newSigningKey().publicKey)).toBe(false);
      const bytes = Buffer.from(signature.split(':')[1] ?? '', 'base64url');
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      const bent = `${suite.scheme}:${bytes.toString('base64url')}`;
      expect(suite.verify(text, bent, pair.publicKey)).toBe(false);
    });

    test('the pair is found again from its private key, and other suites refuse it', () => {
      expect(suite.signingKeyFrom(pair.privateKey)).toEqual(pair);
      expect(() => other.signingKeyFrom(pair.privateKey)).toThrow();
      expect(() => suite.signingKeyFrom('nonsense')).toThrow();
      expect(other.verify(text, suite.sign(text, pair.privateKey), pair.publicKey)).toBe(false);
    });

    test.each(['', 'x', `${suite.scheme}:`, `${suite.scheme}:AAAA`, `${suite.scheme}:!`])(
      'the malformed text “%s” is neither a signature nor a key nor sealed',
      (wrong) => {
        expect(suite.verify(text, wrong, pair.publicKey)).toBe(false);
        expect(suite.verify(text, suite.sign(text, pair.privateKey), wrong)).toBe(false);
        expect(suite.open(wrong, key, 'a')).toBeNull();
      },
    );

    test('what it sealed opens with the same key for the same context only, and never looks the same twice', () => {
      const sealed = suite.seal(text, key, 'account-1');
      expect(suite.open(sealed, key, 'account-1')).toBe(text);
      expect(suite.open(sealed, key, 'account-2')).toBeNull();
      expect(suite.open(sealed, randomBytes(32), 'account-1')).toBeNull();
      expect(suite.seal(text, key, 'account-1')).not.toBe(sealed);
      expect(suite.open(suite.seal('', key, ''), key, '')).toBe('');
      const [scheme, body = ''] = sealed.split(':');
      const bytes = Buffer.from(body, 'base64url');
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      expect(suite.open(`${scheme}:${bytes.toString('base64url')}`, key, 'account-1')).toBeNull();
    });
  });
