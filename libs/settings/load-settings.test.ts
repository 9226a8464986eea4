import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadSettings, section } from '@koujing/settings';
import { Problem } from '@koujing/kernel';

const folder = mkdtempSync(join(tmpdir(), 'koujing-settings-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const server = section('server', z.strictObject({ port: z.int().min(1).max(65535), host: z.string() }));
const mail = section('mail', z.strictObject({ password: z.string() }));
const base = file(
  'base.yaml',
  'server: { port: 3000, host: 127.0.0.1 }\nmail: { password: "${MAIL_PASSWORD}" }\n',
);

const problemOf = (load: () => unknown): Problem => {
  try {
    load();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('no problem was reported');
};

test('the city’s file wins key by key and secrets come from the environment', () => {
  const own = file('own.yaml', 'server: { port: 3100 }\n');
  const settings = loadSettings([server, mail], { paths: [base, own], environment: { MAIL_PASSWORD: 's' } });
  expect(settings).toEqual({ server: { port: 3100, host: '127.0.0.1' }, mail: { password: 's' } });
});

test('all mistakes are reported at once, each with file, key, what was found and what is allowed', () => {
  const own = file('wrong.yaml', 'server: { port: 70000 }\nserwer: {}\n');
  const problem = problemOf(() => loadSettings([server, mail], { paths: [base, own], environment: {} }));
  expect(problem.reasons.map((reason) => reason.field)).toEqual([
    '${MAIL_PASSWORD}',
    'serwer',
    'server.port',
  ]);
  expect(problem.message).toContain(`${own}:1`);
  expect(problem.message).toContain('70000');
});

test('a file that is not YAML names its line', () => {
  const broken = file('broken.yaml', 'server:\n  port: [3000\n');
  const problem = problemOf(() => loadSettings([server], { paths: [broken], environment: {} }));
  expect(problem.message).toMatch(/broken\.yaml 的 第 \d+ 行/u);
});

test('a mistake names the line of its key, or of the nearest parent where the key is missing', () => {
  const own = file('lines.yaml', 'mail:\n  password: p\nserver:\n  host: 127.0.0.1\n  port: 0\n');
  const problem = problemOf(() => loadSettings([server, mail], { paths: [own], environment: {} }));
  expect(problem.message).toContain(`${own}:5`);
  const missing = file('missing.yaml', 'mail:\n  password: p\nserver:\n  host: 127.0.0.1\n');
  const other = problemOf(() => loadSettings([server, mail], { paths: [missing], environment: {} }));
  expect(other.message).toContain(`${missing}:4`);
});

test('a file that cannot be read is one mistake among the others', () => {
  const problem = problemOf(() =>
    loadSettings([server, mail], { paths: [join(folder, 'none.yaml')], environment: {} }),
  );
  expect(problem.reasons.length).toBeGreaterThan(1);
  expect(problem.message).toContain('none.yaml');
});
