import { expect, test } from '@jest/globals';
import { checkDatabaseLine, checkMailLine } from './line-checks.js';

test.each([
  ['postgres://k@127.0.0.1/k', 'well'],
  ['postgres://k@db.example/k', 'well'],
  ['postgres://k@db.example/k?sslmode=disable', 'warning'],
  ['postgres://k@db.example/k?sslmode=no-verify', 'ill'],
])('the doctor says of %s: %s', (address, verdict) => {
  expect(checkDatabaseLine(address)).toMatchObject({ check: 'databaseLine', verdict });
});

test('whatever may be mailed in clear is named', () => {
  const server = { host: 'mail.example', secure: false, plainText: true };
  expect(checkMailLine(server, ['媒体邮件']).zh).toContain('mail.server、媒体邮件');
  expect(checkMailLine({ ...server, host: '127.0.0.1' }, []).verdict).toBe('well');
  expect(checkMailLine({ ...server, plainText: false }, []).verdict).toBe('well');
});
