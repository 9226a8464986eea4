import { expect, test } from '@jest/globals';
import { lineOf, securedUrl } from './line.js';

const at = (rest: string): string => `postgres://koujing:x@${rest}`;

test('a server on another machine is spoken to by TLS with its certificate looked at, unless its address says otherwise', () => {
  const away = at('db.example:5432/koujing');
  expect(securedUrl(away)).toBe(`${away}?sslmode=verify-full`);
  expect(securedUrl(`${away}?sslrootcert=/etc/ca.pem`)).toBe(
    `${away}?sslrootcert=/etc/ca.pem&sslmode=verify-full`,
  );
  expect(securedUrl(`${away}?sslmode=disable`)).toBe(`${away}?sslmode=disable`);
  expect(lineOf(away)).toBe('verified');
  expect(lineOf(`${away}?sslmode=disable`)).toBe('plain');
  expect(lineOf(`${away}?ssl=false`)).toBe('plain');
  expect(lineOf(`${away}?sslmode=no-verify`)).toBe('unverified');
  expect(lineOf(`${away}?uselibpqcompat=true&sslmode=require`)).toBe('unverified');
});

test.each([
  '127.0.0.1/koujing',
  'localhost:5432/koujing',
  '[::1]/koujing',
  '%2Fvar%2Frun/koujing',
  '/koujing?host=/run',
])('this machine needs none: %s', (rest) => {
  expect(securedUrl(at(rest))).toBe(at(rest));
  expect(lineOf(at(rest))).toBe('local');
});
