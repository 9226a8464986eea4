import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { loadSettings, readSettings, section } from '@koujing/settings';
import { provenanceOf } from './provenance.js';
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

test('what is secret is not repeated, in its own place, under a misspelt name or within what was found', () => {
  const own = file(
    'secrets.yaml',
    'mail: { password: 20261127, paswordd: hush-1 }\nserwer: { token: hush-2 }\n',
  );
  const problem = problemOf(() =>
    loadSettings([server, mail], { paths: [base, own], environment: { MAIL_PASSWORD: 'hush-3' } }),
  );
  expect(problem.reasons.map(({ field }) => field)).toEqual(['serwer', 'mail.password', 'mail.paswordd']);
  expect(JSON.stringify(problem.reasons)).not.toMatch(/hush|20261127/u);
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
  expect(other.message).toContain(`${missing}:3`);
});

test('a file that cannot be read is one mistake among the others', () => {
  const problem = problemOf(() =>
    loadSettings([server, mail], { paths: [join(folder, 'none.yaml')], environment: {} }),
  );
  expect(problem.reasons.length).toBeGreaterThan(1);
  expect(problem.message).toContain('none.yaml');
});

test('an entry that the first file does not have is a mistake in a closed section, with what it could have been', () => {
  const numbers = section('numbers', z.record(z.string(), z.strictObject({ limit: z.int() })));
  const first = file('numbers.yaml', 'numbers:\n  routine: { limit: 10 }\n  urgent: { limit: 5 }\n');
  const slip = file('slip.yaml', 'numbers:\n  urgent: { limit: 3 }\n  routin: { limit: 5 }\n');
  const load = (closed: readonly string[]) => () =>
    loadSettings([numbers], { paths: [first, slip], environment: {}, closed });
  expect(load([])).not.toThrow();
  const [reason] = problemOf(load(['numbers'])).reasons;
  expect(reason).toMatchObject({ field: 'numbers.routin', allowed: 'routine, urgent' });
  expect(reason.message).toContain(`${slip}:3`);
});

test('each value in force names its article and the file that set it', () => {
  const numbers = section(
    'numbers',
    z.record(
      z.string(),
      z.strictObject({ article: z.string(), limit: z.int(), hard: z.boolean().default(true) }),
    ),
  );
  const first = file('base-numbers.yaml', 'numbers:\n  routine: { article: 第十九条, limit: 10 }\n');
  const own = file('own-numbers.yaml', 'numbers:\n  routine: { limit: 5 }\n');
  const paths = [first, own];
  const { settings, sources } = readSettings([numbers], { paths, environment: {} });
  const leaf = (key: string) => provenanceOf(settings, sources).find((each) => each.key === key);
  expect(leaf('numbers.routine.limit')).toEqual({
    ...{ key: 'numbers.routine.limit', value: 5, article: '第十九条', file: 1 },
  });
  expect(leaf('numbers.routine.article')).toMatchObject({ file: 0 });
  expect(leaf('numbers.routine.hard')).toMatchObject({ value: true, file: null });
});
