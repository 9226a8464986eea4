import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCity, type City } from '../../test/support/a-city.js';
import { onEachEngine, type TestDatabase } from '../../test/support/engines.js';
import { recordOfDocument } from './import-document.js';
import type { ImportRecord } from './import-releases.js';
import { parseReleaseLine } from './release-line.js';
import type { ReleaseText } from './release-text.js';

const record = (id: string, text: Partial<ReleaseText> = {}): ImportRecord => ({
  line: 1,
  text: {
    id,
    organ: '海东县水利局',
    title: '海东县城区停水通知',
    body: '因管网检修，12月3日8时至18时海东县城区停水，请提前储水。',
    publishedAt: '2026-12-01T09:00:00+08:00',
    ...text,
  },
});

const real = join(process.cwd(), '..', 'shared', 'data', 'releases.jsonl');

onEachEngine('importing releases', (open) => {
  let opened: TestDatabase;
  let city: City;

  beforeAll(async () => {
    opened = await open();
    city = await aCity(opened.database);
  });
  afterAll(() => opened.drop());

  test('a record becomes a released release with its own hour, and its organ is created', async () => {
    const summary = await city.cases.importReleases.perform([record('a')]);
    expect(summary).toMatchObject({ imported: 1, organsCreated: ['海东县水利局'], rejects: [] });
    const stored = (await city.cases.releases.imported(opened.database.queries, ['a'])).get('a');
    expect(stored?.state).toBe('released');
    expect(stored?.releasedAt?.toISOString()).toBe('2026-12-01T01:00:00.000Z');
  });

  test('the same line again changes nothing, and other content under its id is rejected', async () => {
    const again = await city.cases.importReleases.perform([record('a')]);
    expect(again).toMatchObject({ imported: 0, unchanged: 1 });
    const changed = await city.cases.importReleases.perform([record('a', { title: '另一篇' })]);
    expect(changed.rejects).toMatchObject([{ line: 1, field: 'id' }]);
  });

  test('what contradicts an imported release is found', async () => {
    const other = record('b', {
      organ: '海东县融媒体中心',
      title: '海东县城区12月3日停水',
      body: '因管网检修，12月3日9时至20时海东县城区停水，请居民提前储水。',
      publishedAt: '2026-12-01T10:00:00+08:00',
    });
    const { findings } = await city.cases.importReleases.perform([other]);
    expect(findings.inconsistent + findings.multiHeaded + findings.duplicate).toBeGreaterThan(0);
  });

  test('nobody is notified of releases of the past', async () => {
    const { total } = await city.cases.notifications.page(opened.database.queries, 'office-coordinator', {
      page: 1,
      pageSize: 1,
    });
    expect(total).toBe(0);
  });

  (existsSync(real) ? test : test.skip)('the real releases come in completely', async () => {
    const lines = readFileSync(real, 'utf8').trim().split('\n');
    const records = lines.map((source, index) => {
      const parsed = parseReleaseLine(source, index + 1);
      if (!parsed.ok) throw new Error(parsed.errors[0]?.found);
      return { line: index + 1, text: parsed.value };
    });
    const { imported, unchanged, rejects } = await city.cases.importReleases.perform(records);
    expect({ imported, unchanged, rejects }).toEqual({ imported: lines.length, unchanged: 0, rejects: [] });
  });
});

test('a document is read by its signature: organ and date stand on the last lines', async () => {
  const text = '关于暂停办理业务的公告\n因系统升级，12月5日暂停办理。\n滨海市医疗保障局\n2026年12月1日';
  const file = {
    name: '公告.txt',
    bytes: Buffer.from(text),
    modifiedAt: '2026-12-09T00:00:00+08:00',
    line: 1,
  };
  expect(await recordOfDocument(file)).toMatchObject({
    text: {
      id: '公告.txt',
      organ: '滨海市医疗保障局',
      title: '关于暂停办理业务的公告',
      publishedAt: '2026-12-01T00:00:00+08:00',
    },
  });
});

test('a document without a signature is rejected by field, with what would help', async () => {
  const file = {
    name: 'x.txt',
    bytes: Buffer.from('标题\n正文。'),
    modifiedAt: '2026-12-09T00:00:00+08:00',
    line: 3,
  };
  expect(await recordOfDocument(file)).toMatchObject({
    line: 3,
    field: 'x.txt organ',
    allowed: expect.stringContaining('--organ'),
  });
});
