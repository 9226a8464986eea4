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
