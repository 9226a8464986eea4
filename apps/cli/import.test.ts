import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSite } from '../../test/support/a-site.js';
import { importCommand } from './import.command.js';

/** Where what is imported goes, from one test to the next: a database takes six seconds to be made. */
const kept = mkdtempSync(join(tmpdir(), 'koujing-import-'));
afterAll(() => rmSync(kept, { recursive: true }));

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
  await importCommand().parseAsync([table, '--data', kept], { from: 'user' });
  expect(said).toContain('导入 (imported) 1 篇');
  expect(said).toMatch(/第 3 行[\s\S]*publishedAt[\s\S]*某日/u);
  expect(process.exitCode).toBe(1);
});

describe('a feed is imported from its address', () => {
  let site: Awaited<ReturnType<typeof aSite>>;
  beforeEach(async () => {
    site = await aSite();
    data = kept;
  });
  afterEach(() => site.close());
  let data: string;
  const imported = (path: string, ...more: readonly string[]) =>
    importCommand().parseAsync(
      [`http://${site.host}${path}`, '--organ', '滨海市水务局', '--data', data, ...more],
      { from: 'user' },
    );

  test('once for each item, and again unchanged', async () => {
    const entry = site.entry('1', '停水通告', '11月5日停水。', 'Tue, 03 Nov 2026 08:00:00 GMT');
    site.answers.set('/feed', { body: site.feed(entry) });
    await imported('/feed', '--inner-host', site.host);
    expect(said).toContain('导入 (imported) 1 篇');
    await imported('/feed', '--inner-host', site.host);
    expect(said).toContain('此前已导入 (unchanged) 1 篇');
    expect(site.asked('/feed')[0]?.headers['user-agent']).toContain('KoujingImport');
  });

  test('never from a private network that is not named, by itself or by way of another, nor against robots.txt', async () => {
    data = join(folder, 'data');
    await expect(imported('/feed')).rejects.toThrow(/内网地址/u);
    expect(site.asked('/feed')).toEqual([]);
    site.answers.set('/moved', { status: 302, location: 'http://127.0.0.1:9/feed' });
    await expect(imported('/moved', '--inner-host', site.host)).rejects.toThrow(/内网地址/u);
    site.answers.set('/page', { body: '<html><body>404</body></html>', type: 'text/html' });
    await expect(imported('/page', '--inner-host', site.host)).rejects.toThrow(/订阅源/u);
    expect(existsSync(data)).toBe(false);
  });

  test('from a private network where the city’s own file names the host, as for its sources', async () => {
    const entry = site.entry('2', '恢复供水', '11月6日恢复供水。', 'Tue, 03 Nov 2026 08:00:00 GMT');
    site.answers.set('/feed', { body: site.feed(entry) });
    const file = join(folder, 'koujing.yaml');
    writeFileSync(file, `watch: { innerHosts: ['${site.host}'] }\n`);
    process.env['KOUJING_CONFIG'] = file;
    try {
      await imported('/feed');
    } finally {
      delete process.env['KOUJING_CONFIG'];
    }
    expect(said).toContain('导入 (imported) 1 篇');
    await expect(imported('/feed')).rejects.toThrow(/内网地址/u);
  });

  test('which says in robots.txt that it is not to be read, is left alone', async () => {
    site.answers.set('/robots.txt', { body: 'User-agent: *\nDisallow: /', type: 'text/plain' });
    await expect(imported('/feed', '--inner-host', site.host)).rejects.toThrow(/robots\.txt/u);
    expect(site.asked('/feed')).toEqual([]);
  });
});
