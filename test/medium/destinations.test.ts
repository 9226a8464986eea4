import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What speaks to another machine: a library that does, or a request or a mail through the port. */
const connects = [
  /(?:from |import\()'(?:axios|nodemailer(?:\/[\w/-]+)?|pg|openapi-fetch|openid-client|node:(?:tls|dgram|http2))'/u,
  /^import (?!type)[^;]*'@aws-sdk\/|import\('@aws-sdk\//mu,
  /\bhttp\s*\.request\(|\bmail\s*\.send\(|\bnew AxiosHttp\(/u,
  /\bimport \{[^}]*\b(?:connect|createConnection|request|get|Agent)\b[^}]*\} from 'node:(?:net|http|https)'/u,
  /(?<![\w.#])fetch\(/u,
];

/** Texts that are written out for a browser or for another program connect nothing here. */
const code = (path: string): string => textOf(path).replaceAll(/`[^`]*`/gu, '``');

const found = globSync(['libs/**/*.ts', 'apps/{dispatcher,portal,cli}/**/*.ts'], { cwd: root })
  .filter((path) => !/\.(?:test|contract)\.ts$/u.test(path))
  .filter((path) => connects.some((pattern) => pattern.test(code(path))));

const section = /^## 系统与谁通信(.*?)^## /msu.exec(textOf('docs/security.md'))?.[1] ?? '';
const named = [...section.matchAll(/`((?:libs|apps)\/[\w./-]+\.ts)`/gu)].map(([, path = '']) => path);

test('every file that connects to another machine stands in the table of whom the system talks to', () => {
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((path) => !named.includes(path)).toSorted()).toEqual([]);
});

test('what the table names is there, and does connect', () => {
  expect(named.filter((path) => !existsSync(join(root, path)) || !found.includes(path))).toEqual([]);
});
