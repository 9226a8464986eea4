import { beforeEach, expect, test } from '@jest/globals';
import { MemoryFiles, type FilePort } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { portalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { renderPart } from './render-part.js';
import { surveySite } from './survey-site.js';
import { writeOwed } from './write-site.js';

const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
});
const minute = 60_000;
const since = new Date('2026-11-27T00:00:00Z');

/** Tells what a look reads. */
class CountedFiles extends MemoryFiles {
  reads = 0;
  names = 0;

  override async read(...of: Parameters<FilePort['read']>): ReturnType<FilePort['read']> {
    this.reads += 1;
    return super.read(...of);
  }

  override async walk(...of: Parameters<FilePort['walk']>): ReturnType<FilePort['walk']> {
    const step = await super.walk(...of);
    this.names += step.paths.length;
    return step;
  }
}

let clock: TravellingClock;
let files: CountedFiles;
let index: PublishedIndexFake;
let place: unknown;

const aSite = async (releases: number): Promise<void> => {
  clock = new TravellingClock('2026-11-27T01:30:00Z');
  files = new CountedFiles(clock);
  index = new PublishedIndexFake();
  place = {};
  const at = clock.now();
  for (let n = 0; n < releases; n += 1) {
    const releaseId = `n${n}`;
    const entry = {
      ...{ releaseId, version: 1, path: `r/${releaseId}.html`, title: `通告${n}`, summary: '摘要' },
      ...{ organ: '市水务局', organs: ['市水务局'], column: '通知公告', publishedAt: at, updatedAt: at },
    };
    await index.record(
      { entry, rendition: { channel: 'portal', template: 't', parts: {}, slots: [], assets: [] } },
      () => [],
    );
    await files.write('/site', entry.path, '<title>通告</title>');
  }
  await index.remove({ releaseId: 'gone', version: 1, at }, () => [{ kind: 'notice', releaseId: 'gone' }]);
  await writeOwed(files, settings, index);
  clock.travel(60 * minute);
};

beforeEach(() => aSite(120));

const mendHome = async (): Promise<void> => {
  for (const [path, content] of await renderPart({ kind: 'home' }, settings, index))
    await files.write('/site', path, content ?? '');
};

const look = async (again: readonly string[] = []) => {
  const site = { settings, ports: { files, clock } } as unknown as Parameters<typeof surveySite>[1];
  const survey = await surveySite({ place: JSON.parse(JSON.stringify(place)), again, since }, site, index);
  ({ place } = survey);
  clock.travel(minute);
  return survey;
};

/** Looks until all three turns have been through. */
const lap = async () => {
  const found = { strays: [] as string[], amiss: new Map<string, string>() };
  for (let turn = 0; turn < 12; turn += 1) {
    const { strays, amiss } = await look();
    found.strays.push(...strays.map(({ remoteId }) => remoteId));
    for (const { path, shown } of amiss) found.amiss.set(path, shown === null ? 'gone' : 'differs');
  }
  clock.travel(60 * minute);
  return found;
};

test('a site that nobody touched has nothing amiss, and is not read every minute', async () => {
  expect(await lap()).toEqual({ strays: [], amiss: new Map() });
  await lap();
  files.names = 0;
  files.reads = 0;
  for (let turn = 0; turn < 20; turn += 1) await look();
  // Less than an hour since it was begun: once through.
  expect(files.names).toBeLessThanOrEqual(files.files.size);
});

test('whatever is written round the articles is held against what it should be: heads, full pages, feeds, sitemap, notices', async () => {
  const changed = [
    ...['index.html', 'c/notices.html', 'c/notices/1.html', 'y/2026/2.html', 'feed.atom', 'robots.txt'],
    ...['r/gone.html', 'r/gone.gone.html', 'sitemap/1.xml', 'share.png'],
  ];
  for (const path of changed) {
    expect([path, files.files.has(`/site/${path}`)]).toEqual([path, true]);
    await files.write('/site', path, '<title>别的</title>');
  }
  await files.remove('/site', 'c/notices.json');
  const { amiss } = await lap();
  expect([...amiss.keys()].toSorted()).toEqual([...changed, 'c/notices.json'].toSorted());
  expect(amiss.get('c/notices.json')).toBe('gone');
});

test('a warning message is held against what was issued, under both of its names', async () => {
  const messages = Array.from({ length: 40 }, (_, n) => ({
    ...{ identifier: `m${10 + n}`, releaseId: 'n1', xml: `<alert>${n}</alert>`, isNewest: n === 39 },
  }));
  index.alertsAfter = async (after, limit) =>
    messages
      .map(({ identifier }) => identifier)
      .filter((each) => each > after)
      .slice(0, limit);
  index.alertFile = async (name) => messages.find(({ identifier }) => identifier === name) ?? null;
  index.alertsNamed = async (names) => new Set(names);
  for (const { identifier, xml } of messages) await files.write('/site', `cap/${identifier}.cap.xml`, xml);
  await files.write('/site', 'cap/n1.cap.xml', '<alert>39</alert>');
  expect((await lap()).amiss).toEqual(new Map());
  await files.write('/site', 'cap/n1.cap.xml', '<alert>forged</alert>');
  await files.write('/site', 'cap/m25.cap.xml', '<alert>forged</alert>');
  await files.remove('/site', 'cap/m11.cap.xml');
  expect([...(await lap()).amiss].toSorted()).toEqual([
    ['cap/m11.cap.xml', 'gone'],
    ['cap/m25.cap.xml', 'differs'],
    ['cap/n1.cap.xml', 'differs'],
  ]);
});

test('what is owed and not yet written is nothing amiss', async () => {
  await files.write('/site', 'index.html', 'old');
  await index.owe([{ kind: 'home' }]);
  expect((await lap()).amiss).toEqual(new Map());
});

test('what was amiss is looked at once more before its turn comes', async () => {
  await files.write('/site', 'index.html', 'old');
  await lap();
  const part = JSON.stringify({ kind: 'home' });
  const { looked, amiss } = await look([part]);
  expect(looked).toContain(part);
  expect(amiss.map(({ path }) => path)).toContain('index.html');
});

test('a look holds no publication up, and a file that is written meanwhile is nothing amiss', async () => {
  index.exclusively = async () => Promise.reject(new Error('a look took the turn of a writer'));
  await files.write('/site', 'index.html', 'old');
  expect([...(await lap()).amiss.keys()]).toEqual(['index.html']);
  await mendHome();
  const read = files.read.bind(files);
  let writes = 0;
  // Whoever publishes owes, writes and strikes out while the look has read the old page.
  files.read = async (root, path) => {
    const bytes = await read(root, path);
    if (path !== 'map.html' || writes > 0) return bytes;
    writes += 1;
    await index.settle(await index.owe([{ kind: 'map' }]));
    return Buffer.from('the page before');
  };
  expect([writes, (await lap()).amiss]).toEqual([0, new Map()]);
  expect(writes).toBe(1);
});

test('one look reads as much of a large site as of a small one', async () => {
  const most = async (): Promise<number> => {
    let reads = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      files.reads = 0;
      await look();
      reads = Math.max(reads, files.reads);
    }
    return reads;
  };
  await aSite(1_600);
  const small = await most();
  await aSite(3_200);
  expect(await most()).toBeLessThanOrEqual(small * 1.2);
});
