import { blocksFromText } from '@koujing/block';
import { anAttempt, FakeMail, FileFailure, MemoryFiles, MemoryLog, type Publication } from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { PortalChannel } from './portal-channel.js';
import { filledPage } from './portal-page.js';
import { portalSettings, type PortalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { rebuildSite } from './rebuild-site.js';
import { articlesAtOnce } from './part.js';
import { writeOwed } from './write-site.js';

const settings = portalSettings.parse({
  ...{ root: '/site', baseUrl: 'https://www.haichuan.gov.example', siteName: '海川市人民政府门户网站' },
  ...{ siteDomain: 'www.haichuan.gov.example', siteIdCode: 'bm00000003', host: '海川市人民政府办公室' },
  ...{ icp: '示ICP备00000001号', checkLive: false },
});
const renumbered = { ...settings, icp: '示ICP备00000002号' };
const pages = 2 * articlesAtOnce + 3;

class FailingFiles extends MemoryFiles {
  written: string[] = [];
  left = Infinity;

  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    if (this.left <= 0) throw new FileFailure('killed here', 'EIO');
    this.left -= 1;
    this.written.push(path);
    await super.write(root, path, bytes);
  }
}

let files: FailingFiles;
let index: PublishedIndexFake;
let channel: PortalChannel;
const clock = new TravellingClock('2026-12-20T01:30:00Z');
const idOf = (number: number): string => `n${String(number).padStart(4, '0')}`;

const sending = (number: number, now: PortalSettings, version = 1) => {
  const releaseId = idOf(number);
  const publication: Publication = {
    ...{
      releaseId,
      version,
      title: `第${number}号通告`,
      summary: '桥面限高。',
      organ: '市水务局',
      jointOrgans: [],
    },
    ...{ blocks: blocksFromText('桥面限高。'), column: '通知公告', keywords: [], images: [] },
    portalUrl: `https://www.haichuan.gov.example/r/${releaseId}.html`,
  };
  const attempt = anAttempt({
    ...{ releaseId, version, settings: now, secrets: {}, portalUrl: '' },
    ports: {
      http: { request: () => Promise.reject(new Error('the site is not asked')) },
      ...{ mail: new FakeMail(), files, clock, log: new MemoryLog() },
    },
  });
  // Approved in the settings of then.
  return { rendition: channel.preview(publication, settings), attempt };
};
const send = async (number: number, now = settings) => {
  clock.travel(60_000);
  const { rendition, attempt } = sending(number, now);
  expect(await channel.send(rendition, attempt)).toMatchObject({ kind: 'delivered' });
};
/** As if published long ago: recorded and written without its lists. */
const standing = async (number: number): Promise<void> => {
  const { rendition } = sending(number, settings);
  const at = clock.now();
  const entry = {
    ...{ releaseId: idOf(number), version: 1, path: `r/${idOf(number)}.html`, title: '通告', summary: '' },
    ...{ organ: '市水务局', organs: ['市水务局'], column: '通知公告', publishedAt: at, updatedAt: at },
  };
  await index.record({ entry, rendition }, () => []);
  await files.write('/site', entry.path, filledPage(rendition, 1, entry, settings));
};
const text = (path: string): string => Buffer.from(files.files.get(`/site/${path}`) ?? '').toString('utf8');
const asText = (all: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...all].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
const articles = (): readonly string[] =>
  [...files.files.keys()].filter((path) => path.startsWith('/site/r/'));
const renumberedPages = (): number =>
  articles().filter(
    (path) => text(path.slice(6)).includes(renumbered.icp) && !text(path.slice(6)).includes(settings.icp),
  ).length;
const articleOf = (html: string): string => html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));

beforeEach(async () => {
  files = new FailingFiles();
  index = new PublishedIndexFake();
  channel = new PortalChannel(index);
  for (let number = 0; number < pages - 3; number += 1) await standing(number);
  for (let number = pages - 3; number < pages; number += 1) await send(number);
  await writeOwed(files, settings, index);
});

test('another record number is written on every page of the site, in lots, and the words stay as approved', async () => {
  const before = text(`r/${idOf(5)}.html`);
  await writeOwed(files, renumbered, index);
  expect([articles().length, renumberedPages()]).toEqual([pages, pages]);
  expect(articleOf(text(`r/${idOf(5)}.html`))).toBe(articleOf(before));
  for (const path of files.files.keys())
    if (path.endsWith('.html'))
      expect([path, text(path.slice(6)).includes(settings.icp)]).toEqual([path, false]);
  const anew = new MemoryFiles();
  await rebuildSite({ settings: renumbered, files: anew, index, assets: async () => [] });
  expect(asText(anew.files)).toEqual(asText(files.files));
  files.written = [];
  await writeOwed(files, renumbered, index);
  expect(files.written).toEqual([]);
});

test('what a killed process left of it the next one finishes, and a publication comes in between', async () => {
  await writeOwed(files, renumbered, index, { lots: 1 });
  const early = renumberedPages();
  files.left = 40;
  await expect(writeOwed(files, renumbered, index)).rejects.toThrow('killed here');
  files.left = Infinity;
  const { rendition, attempt } = sending(pages, renumbered);
  expect(await channel.send(rendition, attempt)).toMatchObject({ kind: 'delivered' });
  expect(await channel.reconcile(rendition, null, attempt)).toMatchObject({ kind: 'present' });
  expect(text(`r/${idOf(pages)}.html`)).toContain(renumbered.icp);
  expect(early).toBeLessThan(pages);
  expect(renumberedPages()).toBeLessThan(pages + 1);
  await writeOwed(files, renumbered, index);
  expect([renumberedPages(), await index.owed(9)]).toEqual([pages + 1, []]);
});

test('reading a page back, whatever head and foot it has by now, says what was approved', async () => {
  await writeOwed(files, renumbered, index);
  const { rendition, attempt } = sending(3, renumbered);
  const outcome = await channel.reconcile(rendition, null, attempt);
  if (outcome.kind !== 'present') throw new Error(outcome.kind);
  const shown = await channel.inspect(outcome.receipt, attempt);
  expect(shown).toMatchObject({
    kind: 'shown',
    ...channel.readsAs(rendition, outcome.receipt, attempt.settings),
  });
});

test('while the site is being dressed anew no page is judged by its head and foot', async () => {
  await writeOwed(files, renumbered, index, { lots: 1 });
  const { attempt } = sending(3, renumbered);
  expect(await channel.inspect({ remoteId: '' }, attempt)).toMatchObject({ kind: 'unreadable' });
});
