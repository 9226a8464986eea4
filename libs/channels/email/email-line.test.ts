import { expect, test } from '@jest/globals';
import { serverOf } from './email-send.js';
import { emailSecrets, emailSettings } from './email-settings.js';

const given = { from: 'news@binhai.gov.example', replyTo: 'press@binhai.gov.example' };

const wantsTls = (settings: object): boolean | undefined =>
  serverOf({ settings: emailSettings.parse({ ...given, ...settings }), secrets: emailSecrets.parse({}) })
    .requireTls;

test('mail to another machine goes by TLS or not at all, unless the account says that it may go in clear', () => {
  expect(wantsTls({ host: 'mail.binhai.gov.example' })).toBe(true);
  expect(wantsTls({ host: '10.0.0.25', requireTls: false })).toBe(true);
  expect(wantsTls({ host: 'mail.binhai.gov.example', plainText: true })).toBe(false);
  expect(wantsTls({ host: 'mail.binhai.gov.example', plainText: true, requireTls: true })).toBe(true);
});

test('mail to an MTA on this machine meets no network', () => {
  expect(wantsTls({})).toBe(false);
  expect(wantsTls({ host: 'localhost' })).toBe(false);
});
