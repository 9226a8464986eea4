import { beforeEach, expect, test } from '@jest/globals';
import { MemoryFiles } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { listPath } from './site-list.js';
import { portalSettings, type PortalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { strayPages } from './stray-pages.js';
import { writeOwed } from './write-site.js';

const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
});
const beginning = new Date('2026-11-27T00:00:00Z');
const minute = 60_000;

let clock: TravellingClock;
let files: MemoryFiles;
let index: PublishedIndexFake;

/** A site with one page that stands and one that was withdrawn, and all that is written around them. */
beforeEach(async () => {
  clock = new TravellingClock('2026-11-27T01:30:00Z');
  files = new MemoryFiles(clock);
  index = new PublishedIndexFake();
  const at = clock.now();
  await index.record(
    {
      entry: {
        ...{
          releaseId: 'a1',
          version: 1,
          path: 'r/a1.html',
          title: '通告',
          summary: '摘要',
          organ: '市水务局',
        },
        ...{ organs: ['市水务局'], column: '通知公告', publishedAt: at, updatedAt: at },
      },
      rendition: { channel: 'portal', template: 't', parts: {}, slots: [], assets: [] },
    },
    () => [],
  );
  await index.remove({ releaseId: 'a2', version: 1, at }, () => []);
  await files.write('/site', 'r/a1.html', '<title>通告</title>');
  await files.write('/site', 'r/a2.gone.html', '<title>已撤回</title>');
  await files.write('/site', 'r/a2.html', '<title>已撤回</title>');
  await files.write('/site', `f/a1/${'b'.repeat(64)}.docx`, 'x');
  await files.write('/site', 'roster.html', '<title>名录</title>');
  await writeOwed(files, settings, index);
});

const found = async (here: PortalSettings = settings, since = beginning) => {
  const attempt = { settings: here, ports: { files, clock } };
  const { paths } = await files.walk('/site', null, 10_000);
  return strayPages(paths, since, attempt as unknown as Parameters<typeof strayPages>[2], index);
};

test('pages, notices, documents, lists, feeds and pictures of ours are none', async () => {
  clock.travel(60 * minute);
  expect(files.files.size).toBeGreaterThan(20);
  expect(await found()).toEqual([]);
});

test('a page or document that was put there by hand is one, with its words and its address', async () => {
  await files.write(
    '/site',
    'r/紧急通知.html',
    '<title>紧急通知</title><body><script>x()</script><p>今晚停水。</p></body>',
  );
  await files.write('/site', 'tz/名单.pdf', 'x');
  await files.write(
    '/site',
    'r/a3.html',
    new Uint8Array([0x3c, 0x70, 0x3e, 0xbd, 0xf1, 0xcd, 0xed, 0xcd, 0xa3, 0xcb, 0xae]),
  );
  await files.write('/site', 'a/photo.jpg', 'x');
  await files.write('/site', '.well-known/check.html', 'x');
  // What is only being written now is judged later.
  expect(await found()).toEqual([]);
  clock.travel(11 * minute);
  expect(await found()).toMatchObject([
    { remoteId: 'r/a3.html', text: '今晚停水' },
    {
      ...{ remoteId: 'r/紧急通知.html', text: '紧急通知\n今晚停水。' },
      url: `https://www.haichuan.gov.example/r/${encodeURIComponent('紧急通知')}.html`,
      publishedAt: '2026-11-27T09:30:00.000+08:00',
    },
    { remoteId: 'tz/名单.pdf', text: 'tz/名单.pdf' },
  ]);
});

test('what stood there before the site was watched is nobody’s business', async () => {
  await files.write('/site', 'old.html', '<title>旧页</title>');
  clock.travel(60 * minute);
  expect(await found(settings, clock.now())).toEqual([]);
});

test('a list under a name that its column no longer has in addresses is ours', async () => {
  const [first, ...others] = settings.columns;
  if (first === undefined) throw new Error('there is no column');
  const renamed = { ...settings, columns: [{ ...first, slug: 'renamed' }, ...others] };
  expect(files.files.has(`/site/${listPath(`column:${first.name}`, settings)}`)).toBe(true);
  clock.travel(60 * minute);
  expect(await found(renamed)).toEqual([]);
});
