import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCommand } from './import.command.js';

let folder = '';
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koujing-import-'));
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
});

test('a file in which no line is good says why of each, ends with 1 and leaves no database behind', async () => {
  const file = join(folder, 'releases.jsonl');
  const data = join(folder, 'data');
  writeFileSync(file, '{"id":"a"}\nnonsense\n');
  await importCommand().parseAsync([file, '--data', data], { from: 'user' });
  expect(said).toContain('没有一篇可以导入');
  expect(said).toMatch(/第 1 行[\s\S]*organ[\s\S]*第 2 行/u);
  expect(process.exitCode).toBe(1);
  expect(existsSync(data)).toBe(false);
});

test('the good rows of a table go in, the others are told with their row', async () => {
  const table = join(folder, 'archive.csv');
  writeFileSync(
    table,
    '发布单位,标题,正文,发布时间\n滨海市水务局,停水通告,11月5日停水。,2026-11-03 15:00\n滨海市水务局,另一通告,正文,某日\n',
  );
  await importCommand().parseAsync([table, '--data', join(folder, 'data')], { from: 'user' });
  expect(said).toContain('导入 (imported) 1 篇');
  expect(said).toMatch(/第 3 行[\s\S]*publishedAt[\s\S]*某日/u);
  expect(process.exitCode).toBe(1);
});
