import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessSection } from '@koujing/access';
import { readOrganAccount } from './city-files.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-organ-account-'));
const whole = { issuer: 'https://id.example', clientId: 'koujing', nameClaim: 'employee_number' };
const read = (changes: object) => {
  const parsed = accessSection.schema.safeParse({ organAccount: { ...whole, ...changes } });
  return parsed.success ? readOrganAccount(parsed.data.organAccount, folder) : parsed.error.issues[0]?.path;
};

test('the secret of the identity provider stands in the settings or in a file, in one of the two', () => {
  writeFileSync(join(folder, 'secret.txt'), 'from-a-file\n');
  expect(read({ clientSecret: 'from-the-environment' })).toMatchObject({
    ...{ clientSecret: 'from-the-environment', freshMinutes: 5, secondFactor: [], acr: [] },
  });
  expect(read({ clientSecretFile: 'secret.txt' })).toMatchObject({ clientSecret: 'from-a-file' });
  expect(() => read({ clientSecretFile: 'none.txt' })).toThrow('access.organAccount.clientSecretFile');
  const where = ['organAccount', 'clientSecretFile'];
  expect(read({})).toEqual(where);
  expect(read({ clientSecret: 'a', clientSecretFile: 'secret.txt' })).toEqual(where);
});

test('an identity provider is reached by https, or on this very machine', () => {
  const at = (issuer: string) => read({ issuer, clientSecret: 'a' });
  expect(at('http://id.example')).toEqual(['organAccount', 'issuer']);
  expect(at('http://127.0.0.1.example')).toEqual(['organAccount', 'issuer']);
  expect(at('http://127.0.0.1:8080')).toMatchObject({ issuer: 'http://127.0.0.1:8080' });
});

test('without one there is none', () => {
  expect(readOrganAccount(undefined, folder)).toBeNull();
});
