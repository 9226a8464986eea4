import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkReleases, parseReleaseLine } from '@koujing/conflict';
import { BadInput } from './bad-input.js';
import { reportOf } from './check-report.js';
import { readJsonl } from './jsonl.js';

const line = (id: string, organ: string, dead: number): string =>
  JSON.stringify({
    id,
    organ,
    title: '长江路仓库火灾情况',
    body: `11月18日13时20分，长江路一仓库发生火灾，造成${dead}人死亡。`,
    publishedAt: '2026-11-18T16:00:00+08:00',
  });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koujing-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, 'releases.jsonl');
  await writeFile(file, text);
  return readJsonl(file, parseReleaseLine);
}

test('blank lines, a byte-order mark and Windows line ends are no mistakes', async () => {
  expect(
    await read(`\ufeff${line('a', '市应急局', 3)}\r\n\r\n${line('b', '市消防支队', 3)}\r\n`),
  ).toHaveLength(2);
});

test('every bad line is named at once, with its number and field', async () => {
  const reading = read(`${line('a', '市应急局', 3)}\n{"id":"b"}\nnonsense\n`);
  await expect(reading).rejects.toThrow(BadInput);
  await expect(reading).rejects.toThrow(/第 2 行[\s\S]*organ[\s\S]*第 3 行/);
});

test('a file that is not there is bad input, not a crash', async () => {
  await expect(readJsonl(join(folder, 'none.jsonl'), parseReleaseLine)).rejects.toThrow(BadInput);
});

test('the report shows both sentences of a disagreement and both organs', async () => {
  const releases = await read(`${line('a', '市应急局', 3)}\n${line('b', '市消防支队', 5)}\n`);
  const report = reportOf(checkReleases({ releases }), releases);
  expect(report).toContain('信息发布不一致');
  expect(report).toContain('死亡人数：3人 ≠ 5人');
  expect(report).toContain('市消防支队');
});

test('no findings is said in words', () => {
  expect(reportOf([], [])).toContain('没有发现问题');
});
