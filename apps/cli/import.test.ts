import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsx from 'write-excel-file/node';
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

test('a table and a feed are read too: the good rows go in, the others are told with their row', async () => {
  const data = join(folder, 'data');
  const table = join(folder, 'archive.csv');
  writeFileSync(
    table,
    '\uFEFF发布单位,标题,正文,发布时间\r\n滨海市水务局,停水通告,"11月5日停水，\r\n请储水。",2026-11-03 15:00\r\n滨海市水务局,另一通告,正文,某日\r\n',
  );
  await importCommand().parseAsync([table, '--data', data], { from: 'user' });
  expect(said).toContain('导入 (imported) 1 篇');
  expect(said).toMatch(/第 3 行[\s\S]*publishedAt[\s\S]*某日/u);
  said = '';
  const feed = join(folder, 'feed.xml');
  writeFileSync(
    feed,
    '<rss version="2.0"><channel><title>水务局</title><link>http://water.example/</link><item><title>恢复供水</title><link>http://water.example/1</link><description>11月6日恢复供水。</description><pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate></item><item><title>没有日期</title><link>http://water.example/2</link></item></channel></rss>',
  );
  await expect(importCommand().parseAsync([feed, '--data', data], { from: 'user' })).rejects.toThrow(
    '--organ',
  );
  await importCommand().parseAsync([feed, '--organ', '滨海市水务局', '--data', data], { from: 'user' });
  expect(said).toContain('导入 (imported) 1 篇');
  expect(said).toContain('没有日期');
  said = '';
  const sheet = join(folder, 'archive.xlsx');
  const head = ['标题', '正文', '发布单位', '发布时间'].map((value) => ({ value, type: String }));
  const row = [
    { value: '检修通告', type: String },
    { value: '11月8日检修。', type: String },
    { value: '滨海市水务局', type: String },
    { value: new Date('2026-11-05T09:00:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
  ];
  writeFileSync(sheet, await writeXlsx([{ sheet: '通告', data: [head, row] }]).toBuffer());
  await importCommand().parseAsync([sheet, '--data', data], { from: 'user' });
  expect(said).toContain('导入 (imported) 1 篇');
  await importCommand().parseAsync([sheet, '--data', data], { from: 'user' });
  expect(said).toContain('此前已导入 (unchanged) 1 篇');
  const broken = join(folder, 'broken.xlsx');
  writeFileSync(broken, 'no workbook');
  await expect(importCommand().parseAsync([broken, '--data', data], { from: 'user' })).rejects.toThrow(
    'broken.xlsx',
  );
});
