import { FileFailure, MemoryFiles } from '@koujing/channel';
import { beforeEach, expect, test } from '@jest/globals';
import { portalSettings } from './portal-settings.js';
import type { PublishedNotice, PublishedRoster } from './press.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { rebuildSite } from './rebuild-site.js';
import { pressStands, pressTouched, writePress } from './write-press.js';
import { writeOwed } from './write-site.js';

const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
});
const at = new Date('2026-11-27T01:30:00Z');
const roster: PublishedRoster = {
  ...{ year: 2026, publishedAt: at, publisher: '', csv: '机关,姓名' },
  organs: [{ organ: '市水务局', lines: [{ post: '新闻发言人', name: '市水务局发言人', title: '副局长' }] }],
};
const notice: PublishedNotice = {
  ...{ number: '海新发会〔2026〕1号', status: 'approved', theme: '防汛', name: '海川市水务局' },
  ...{ host: '新闻发言人', startsAt: at, place: '新闻发布厅', approvedAt: at, voidedAt: null },
  ...{ changed: [], successor: null },
};

/** Fails at a given write, as a killed process would. */
class FailingFiles extends MemoryFiles {
  left = Infinity;

  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    if (this.left <= 0) throw new FileFailure('killed here', 'EIO');
    this.left -= 1;
    await super.write(root, path, bytes);
  }
}

let files: FailingFiles;
let index: PublishedIndexFake;

beforeEach(async () => {
  files = new FailingFiles();
  index = new PublishedIndexFake();
  await writeOwed(files, settings, index);
});

const asText = (all: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...all].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
const page = (path: string): string => asText(files.files)[`/site/${path}`] ?? '';
const rebuilt = async () => {
  const anew = new MemoryFiles();
  await rebuildSite({ settings, files: anew, index, assets: async () => [] });
  return asText(anew.files);
};

test('on a new site every link of every page leads to a file, so that any web server has it', () => {
  const paths = [...files.files.keys()].map((path) => path.slice('/site/'.length));
  const links = paths
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) =>
      [...page(path).matchAll(/(?:href|src|action)="([^"#]+)"/gu)].map(
        ([, to = '']) => new URL(to, `${settings.baseUrl}/${path}`).href,
      ),
    );
  const wanted = new Set(links.map((url) => url.replace(`${settings.baseUrl}/`, '')));
  for (const path of ['roster.html', 'conferences.html', 'search.html', 'map.html'])
    expect(wanted).toContain(path);
  expect([...wanted].filter((path) => !paths.includes(path))).toEqual([]);
  expect(page('404.html')).toContain('没有这个页面');
  expect(page('roster.html')).toContain('名单还没有公布');
  expect(page('conferences.html')).toContain('目前没有经批准的新闻发布会');
  expect(page('sitemap/1.xml')).not.toContain('roster.html');
});

test('a list that is published and a conference that is approved are written with the sitemap that leads to them', async () => {
  index.roster = async () => roster;
  expect(await pressStands(files, settings, index, 'roster')).toBe(false);
  await writePress(files, settings, index, 'roster');
  expect(await pressStands(files, settings, index, 'roster')).toBe(true);
  expect(page('roster.html')).toContain('市水务局发言人');
  expect(page('roster.html')).toContain('<meta name="ContentSource" content="海川市人民政府办公室"/>');
  expect(page('roster.csv')).toBe('机关,姓名');
  expect(page('sitemap/1.xml')).toContain('/roster.html</loc><lastmod>2026-11-27T01:30:00.000Z</lastmod>');
  index.conferences = async () => [notice];
  await writePress(files, settings, index, 'conferences');
  expect(page('conferences.html')).toContain('海新发会〔2026〕1号');
  expect(page('sitemap.xml')).toContain('<lastmod>2026-11-27T01:30:00.000Z</lastmod>');
  expect(await index.owed(9)).toEqual([]);
  expect(await rebuilt()).toEqual(asText(files.files));
});

test('a list that somebody changed is told as touched, one that is only old is not', async () => {
  index.roster = async () => roster;
  const touched = async () => (await pressTouched(files, settings, index, 'roster')).map(({ path }) => path);
  // Never written here, and then written.
  expect(await touched()).toEqual([]);
  await writePress(files, settings, index, 'roster');
  expect(await touched()).toEqual([]);
  index.roster = async () => ({ ...roster, csv: '机关,姓名,职务' });
  expect([await pressStands(files, settings, index, 'roster'), await touched()]).toEqual([false, []]);
  await files.write('/site', 'roster.csv', '博彩');
  const [file] = await pressTouched(files, settings, index, 'roster');
  expect(file).toMatchObject({
    path: 'roster.csv',
    shown: { text: '博彩' },
    expected: { text: '机关,姓名,职务' },
  });
  await files.remove('/site', 'roster.html');
  expect(await touched()).toEqual(['roster.csv', 'roster.html']);
  await writePress(files, settings, index, 'roster');
  expect([await pressStands(files, settings, index, 'roster'), await touched()]).toEqual([true, []]);
});

test('what a dying process had begun to write, and what a new form wrote, is nobody else’s work', async () => {
  index.roster = async () => roster;
  await writePress(files, settings, index, 'roster');
  index.roster = async () => ({ ...roster, csv: '机关,姓名,职务', year: roster.year + 1 });
  files.left = 1;
  await expect(writePress(files, settings, index, 'roster')).rejects.toThrow('killed here');
  files.left = Infinity;
  expect(await pressTouched(files, settings, index, 'roster')).toEqual([]);
  const renamed = { ...settings, icp: '示ICP备1号' };
  await writeOwed(files, renamed, index);
  expect(await pressStands(files, renamed, index, 'roster')).toBe(true);
  index.roster = async () => roster;
  expect(await pressTouched(files, renamed, index, 'roster')).toEqual([]);
});

test('a process that dies while it writes the list leaves the rest to the journal', async () => {
  index.roster = async () => roster;
  files.left = 1;
  await expect(writePress(files, settings, index, 'roster')).rejects.toThrow('killed here');
  files.left = Infinity;
  expect(page('sitemap/1.xml')).not.toContain('roster.html');
  await writeOwed(files, settings, index);
  expect(page('sitemap/1.xml')).toContain('roster.html');
  expect(await rebuilt()).toEqual(asText(files.files));
});

test('another name of the site is written on the list and on the notices too', async () => {
  index.roster = async () => roster;
  index.conferences = async () => [notice];
  await writePress(files, settings, index, 'roster');
  await writePress(files, settings, index, 'conferences');
  await writeOwed(files, { ...settings, icp: '示ICP备1号' }, index);
  for (const path of ['roster.html', 'conferences.html', '404.html'])
    expect([path, page(path).includes('示ICP备1号')]).toEqual([path, true]);
});
