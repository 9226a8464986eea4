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
      rendition: { channel: 'portal', template: 't', parts: {}, slots: [], assets: ['c'.repeat(64)] },
    },
    () => [],
  );
  index.alertsNamed = async (names) => new Set(names.filter((name) => ['a1', '0001.1'].includes(name)));
  await index.remove({ releaseId: 'a2', version: 1, at }, () => []);
  await files.write('/site', 'r/a1.html', '<title>通告</title>');
  await files.write('/site', 'r/a2.gone.html', '<title>已撤回</title>');
  await files.write('/site', 'r/a2.html', '<title>已撤回</title>');
  await files.write('/site', `f/a1/${'b'.repeat(64)}.docx`, 'x');
  await files.write('/site', `a/${'c'.repeat(64)}.jpg`, 'x');
  for (const name of ['a1', '0001.1']) await files.write('/site', `cap/${name}.cap.xml`, '<alert/>');
  await files.write('/site', 'roster.csv', 'x');
  await files.write('/site', 'roster.html', '<title>名录</title>');
  await writeOwed(files, settings, index);
});

const found = async (here: PortalSettings = settings, since = beginning) => {
  const attempt = { settings: here, ports: { files, clock } };
  return strayPages(
    await files.walk('/site', null, 10_000),
    since,
    attempt as unknown as Parameters<typeof strayPages>[2],
    index,
  );
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
  await files.write('/site', '.well-known/check.html', 'x');
  for (const path of ['favicon.ico', 'theme.css', 'index.html.gz']) await files.write('/site', path, 'x');
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

test('so is a picture, a warning message, a feed or a table: whatever says something', async () => {
  const forged = '<alert><headline>全市今晚停水</headline></alert>';
  await files.write('/site', 'cap/0002.1.cap.xml', forged);
  await files.write('/site', `a/${'d'.repeat(64)}.png`, 'x');
  await files.write('/site', 'a/photo.jpg', 'x');
  await files.write('/site', 'news.atom', '<feed><title>紧急</title></feed>');
  await files.write('/site', 'sitemap/9.xml', '<urlset/>');
  await files.write('/site', 'c/notices/名单.csv', new Uint8Array([0xbd, 0xf1]));
  clock.travel(11 * minute);
  const strays = await found();
  expect(strays.map(({ remoteId, text }) => [remoteId, text])).toEqual([
    [`a/${'d'.repeat(64)}.png`, `a/${'d'.repeat(64)}.png`],
    ['a/photo.jpg', 'a/photo.jpg'],
    ['c/notices/名单.csv', 'c/notices/名单.csv\n今'],
    ['cap/0002.1.cap.xml', `cap/0002.1.cap.xml\n${forged}`],
    ['news.atom', 'news.atom\n<feed><title>紧急</title></feed>'],
    ['sitemap/9.xml', 'sitemap/9.xml\n<urlset/>'],
  ]);
});

test('however many strays there are, the lists are asked for once, and of what a listing dates no file is asked', async () => {
  for (let n = 0; n < 20; n += 1) await files.write('/site', `c/${n}.html`, '<title>别的</title>');
  clock.travel(11 * minute);
  let asked = 0;
  const { lists } = index;
  index.lists = () => ((asked += 1), lists.call(index));
  files.changedAt = async () => Promise.reject(new Error('asked for one file'));
  const attempt = { settings, ports: { files, clock } } as unknown as Parameters<typeof strayPages>[2];
  const { paths } = await files.walk('/site', null, 10_000);
  const changedAt = new Map(paths.map((path) => [path, new Date('2026-11-27T01:31:00Z')]));
  expect(await strayPages({ paths, changedAt }, beginning, attempt, index)).toHaveLength(20);
  expect(asked).toBe(1);
});

test('a picture that a correction took down since it was listed is none', async () => {
  const path = `a/${'d'.repeat(64)}.png`;
  await files.write('/site', path, 'x');
  clock.travel(11 * minute);
  const attempt = { settings, ports: { files, clock } } as unknown as Parameters<typeof strayPages>[2];
  const listed = { paths: [path], changedAt: new Map([[path, new Date('2026-11-27T01:31:00Z')]]) };
  expect(await strayPages(listed, beginning, attempt, index)).toHaveLength(1);
  await files.remove('/site', path);
  expect(await strayPages(listed, beginning, attempt, index)).toEqual([]);
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
