import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'koujing-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let clone = '';
let made = 0;

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
};

/** A clone right after `npm ci`: our scripts are the real ones, the compilers write down that they ran. */
beforeEach(() => {
  clone = join(folder, String((made += 1)));
  for (const script of ['prepare.mjs', 'project-node.mjs', 'koujing.mjs'])
    cpSync(join(root, 'scripts', script), join(clone, 'scripts', script));
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'])
    put(file, '{}');
  put('package.json', '{"type":"module"}');
  put('libs/kernel/index.ts', '');
  put('apps/cli/main.ts', '');
  put('node_modules/.package-lock.json', '{}');
  const compiler = (name: string, more: string): string =>
    `const fs = require('fs'); console.log('noise'); fs.appendFileSync('ran', '${name} '); ${more}`;
  const program =
    "fs.mkdirSync('dist/apps/cli', { recursive: true }); fs.writeFileSync('dist/apps/cli/main.js', 'console.log(\"result\")');";
  put('node_modules/@nestjs/cli/package.json', '{}');
  put('node_modules/@nestjs/cli/bin/nest.js', compiler('servers', program));
  put('node_modules/vite/package.json', '{}');
  put('node_modules/vite/bin/vite.js', compiler('console', ''));
});

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, 'scripts', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
  });
  return { status, stdout, stderr };
};
const ran = (): string => (existsSync(join(clone, 'ran')) ? readFileSync(join(clone, 'ran'), 'utf8') : '');

test('the command line builds itself quietly, once, and prints nothing but its results', () => {
  const quietly = { status: 0, stdout: 'result\n', stderr: '' };
  expect([run('koujing.mjs'), run('koujing.mjs')]).toEqual([quietly, quietly]);
  expect(ran()).toBe('servers ');
});

test('a start after that still builds the console, and only the console', () => {
  run('koujing.mjs');
  expect(run('prepare.mjs', 'build').status).toBe(0);
  expect(ran()).toBe('servers console ');
  run('prepare.mjs', 'build');
  expect(ran()).toBe('servers console ');
});

test('a changed source builds both again, and what failed to build is not taken for built', () => {
  run('prepare.mjs', 'build');
  put('libs/kernel/index.ts', 'export const changed = true;');
  put('node_modules/vite/bin/vite.js', 'process.exit(3)');
  const failed = run('prepare.mjs', 'build');
  expect([failed.status, failed.stderr.includes('构建失败（退出码 3）')]).toEqual([1, true]);
  put('node_modules/vite/bin/vite.js', "require('fs').appendFileSync('ran', 'console ')");
  run('prepare.mjs', 'build');
  expect(ran()).toBe('servers console servers console ');
});
