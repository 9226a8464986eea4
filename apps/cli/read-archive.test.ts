import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsx from 'write-excel-file/node';
import { readArchive } from './read-archive.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koujing-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('a table of commas is read as the offices write it, with its mark, its line ends and its quoted lines', async () => {
  const path = kept(
    'archive.csv',
    '\uFEFF发布单位,标题,正文,发布时间\r\n滨海市水务局,停水通告,"11月5日停水，\r\n请储水。",2026-11-03 15:00\r\n滨海市水务局,另一通告,正文,某日\r\n',
  );
  const { records, rejects } = await readArchive(path, undefined);
  expect(records.map(({ text }) => [text.title, text.body.length, text.publishedAt])).toEqual([
    ['停水通告', 14, '2026-11-03T15:00:00.000+08:00'],
  ]);
  expect(rejects.map(({ line, field, found }) => [line, field, found])).toEqual([
    [3, 'publishedAt', expect.stringContaining('某日')],
  ]);
});

test('a workbook that unpacks to more than it should is refused before it is unpacked, and so is what is none', async () => {
  const bomb = zipSync({
    'xl/workbook.xml': new TextEncoder().encode('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1_048_576),
  });
  expect(bomb.length).toBeLessThan(1_048_576);
  await expect(readArchive(kept('bomb.xlsx', bomb), undefined)).rejects.toThrow('解压后超过 50 MB');
  await expect(readArchive(kept('none.xlsx', 'PK'), undefined)).rejects.toThrow('不是没有加密的 .xlsx');
});

test('a workbook gives its hours as the city’s, and the same row the same name at every reading', async () => {
  const head = ['标题', '正文', '发布单位', '发布时间'].map((value) => ({ value, type: String }));
  const row = [
    { value: '检修通告', type: String },
    { value: '11月8日检修。', type: String },
    { value: '滨海市水务局', type: String },
    { value: new Date('2026-11-05T09:00:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
  ];
  const path = kept('archive.xlsx', await writeXlsx([{ sheet: '通告', data: [head, row] }]).toBuffer());
  const read = await readArchive(path, undefined);
  expect(read.rejects).toEqual([]);
  expect(read.records.map(({ text }) => [text.id, text.organ, text.publishedAt])).toEqual([
    ['archive.xlsx#2', '滨海市水务局', '2026-11-05T09:00:00.000+08:00'],
  ]);
  expect(await readArchive(path, undefined)).toEqual(read);
});

test('a feed needs to be told its organ; an item without a day or a title is told and left out', async () => {
  const path = kept(
    'feed.xml',
    '<rss version="2.0"><channel><title>水务局</title><link>http://water.example/</link><item><title>恢复供水</title><link>http://water.example/1</link><description>11月6日恢复供水。</description><pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate></item><item><title>没有日期</title><link>http://water.example/2</link></item><item><guid>没有标题</guid><pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>',
  );
  await expect(readArchive(path, undefined)).rejects.toThrow('--organ');
  const { records, rejects } = await readArchive(path, '滨海市水务局');
  expect(records.map(({ text }) => [text.organ, text.title, text.body])).toEqual([
    ['滨海市水务局', '恢复供水', '11月6日恢复供水。'],
  ]);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'publishedAt'],
    [3, 'title'],
  ]);
});

test('what is not what its name says is refused by name', async () => {
  for (const name of ['broken.xlsx', 'broken.xml', 'broken.json'])
    await expect(readArchive(kept(name, 'nonsense'), '滨海市水务局')).rejects.toThrow(name);
});
