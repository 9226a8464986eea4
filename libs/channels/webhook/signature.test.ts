import { expect, test } from '@jest/globals';
import { isSigned, signatureLifeMs, signatureOf } from './signature.js';
import { webhookSettings } from './webhook-settings.js';

const at = new Date('2026-11-30T02:00:00Z');
const key = 'demo-webhook-secret-of-32-letters';

test('the signature is the one that docs/webhook.md works out by hand', () => {
  // printf '1796004000.{"event":"ping"}' | openssl dgst -sha256 -hmac demo-webhook-secret-of-32-letters
  expect(signatureOf('{"event":"ping"}', at, [key, ''])).toBe(
    't=1796004000,v1=d2ceec55d3596328a8c07f51e1400e93c9c134128214e381faf7e65e3d17c778',
  );
});

test('another body, another key, another time and a missing header are refused', () => {
  const header = signatureOf('body', at, [key]);
  expect(isSigned(header, 'body', at, key)).toBe(true);
  expect(isSigned(header, 'body ', at, key)).toBe(false);
  expect(isSigned(header, 'body', at, `${key}!`)).toBe(false);
  expect(isSigned(header.replace('t=1', 't=2'), 'body', at, key)).toBe(false);
  expect(isSigned(header, 'body', new Date(at.getTime() + signatureLifeMs + 1_000), key)).toBe(false);
  for (const broken of ['', 't=,v1=', 'v1=aa', 't=1796004000', header.replace('v1=', 'v2=')])
    expect(isSigned(broken, 'body', at, key)).toBe(false);
});

test('while keys change, the former one signs beside the new one', () => {
  const header = signatureOf('body', at, ['x'.repeat(32), key]);
  expect(isSigned(header, 'body', at, key)).toBe(true);
  expect(isSigned(header, 'body', at, 'x'.repeat(32))).toBe(true);
});

test('a configuration that leads to an inner address or over plain http says what is allowed', () => {
  const messages = (value: object): string[] => {
    const parsed = webhookSettings.safeParse(value);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };
  expect(messages({ url: 'https://app.binhai.gov.example/events' })).toEqual([]);
  expect(messages({ url: 'http://app.binhai.gov.example/events' })).toEqual([
    expect.stringContaining('https'),
  ]);
  expect(messages({ url: 'https://169.254.169.254/latest' })).toEqual([
    expect.stringContaining('privateHosts'),
  ]);
  expect(messages({ url: 'https://u:p@app.binhai.gov.example/' })).toEqual([
    expect.stringContaining('用户名'),
  ]);
  const listed = { url: 'http://app.intranet/events', privateHosts: ['app.intranet'] };
  expect(messages(listed)).toEqual([]);
});
