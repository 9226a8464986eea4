import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  FakeMail,
  FileFailure,
  MemoryFiles,
  MemoryLog,
  type Attempt,
  type Publication,
} from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PortalChannel } from './portal-channel.js';
import { filledPage } from './portal-page.js';
import { portalSettings, type PortalSecrets, type PortalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';
import { rebuildSite } from './rebuild-site.js';
import { formOf } from './site-form.js';
import { owingFor } from './site-part.js';
import { writeOwed } from './write-site.js';

const settings = portalSettings.parse({
  root: '/site',
  baseUrl: 'https://www.haichuan.gov.example/',
  siteName: '海川市人民政府门户网站',
  siteDomain: 'www.haichuan.gov.example',
  siteIdCode: 'bm00000003',
  host: '海川市人民政府办公室',
  checkLive: false,
});
const organs = ['市水务局', '市公安局', '市教育局'] as const;
const columns = ['通知公告', '新闻发布', '便民提示'] as const;

/** Counts what is written, and fails at a given write as a killed process would. */
class CountedFiles extends MemoryFiles {
  written: string[] = [];
  left = Infinity;

  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    if (this.left <= 0) throw new FileFailure('killed here', 'EIO');
    this.left -= 1;
    this.written.push(path);
    await super.write(root, path, bytes);
  }
}

let files: CountedFiles;
let index: PublishedIndexFake;
let channel: PortalChannel;
let clock: TravellingClock;

beforeEach(() => {
  files = new CountedFiles();
  index = new PublishedIndexFake();
  channel = new PortalChannel(index);
  clock = new TravellingClock('2026-12-20T01:30:00Z');
});

const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const attemptOf = (releaseId: string, version: number): Attempt<PortalSettings, PortalSecrets> =>
  anAttempt({
    ...{ releaseId, version, settings, secrets: {}, portalUrl: '' },
    ports: {
      http: { request: () => Promise.reject(new Error('the site is not asked')) },
      mail: new FakeMail(),
      ...{ files, clock, log: new MemoryLog() },
    },
  });

const publicationOf = (number: number, version: number, variant: number): Publication => {
  const organ = organs[variant % organs.length] ?? organs[0];
  return {
    ...{ releaseId: idOf(number), version, title: `第${number}号通告之${version}`, organ },
    blocks: blocksFromText('桥面限高。'),
    summary: '桥面限高。',
    jointOrgans: variant % 4 === 0 ? ['市应急管理局'] : [],
    column: columns[variant % columns.length] ?? columns[0],
    keywords: [],
    portalUrl: `https://www.haichuan.gov.example/r/${idOf(number)}.html`,
    images: [],
    ...(version > 1 ? { correctionNote: '限高数字有误。' } : {}),
  };
};

const send = (number: number, version = 1, variant = number) => {
  clock.travel(3_600_000);
  const rendition = channel.preview(publicationOf(number, version, variant), settings);
  return channel.send(rendition, attemptOf(idOf(number), version));
};

const withdraw = (number: number, version = 1) =>
  channel.withdraw({ remoteId: '' }, attemptOf(idOf(number), version));

const rebuilt = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const anew = new MemoryFiles();
  await rebuildSite({ settings, files: anew, index, assets: async () => [] });
  return anew.files;
};

const asText = (all: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...all].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));

/** As if published long ago: recorded, and written in one go. */
const grow = async (from: number, to: number, variantOf: (number: number) => number): Promise<void> => {
  for (let number = from; number < to; number += 1) {
    clock.travel(60_000);
    const rendition = channel.preview(publicationOf(number, 1, variantOf(number)), settings);
    const at = clock.now();
    const { organ = '', organs: all = '', column = '', title = '', summary = '' } = rendition.parts;
    const path = `r/${idOf(number)}.html`;
    const times = { publishedAt: at, updatedAt: at };
    const entry = {
      ...{ releaseId: idOf(number), version: 1, path, title, summary, organ, column },
      ...times,
    };
    await files.write('/site', path, filledPage(rendition, 1, times, settings));
    await index.record({ entry: { ...entry, organs: all.split('\n') }, rendition }, owingFor(settings));
  }
  await writeOwed(files, settings, index);
};

test('a release touches the same few files on a site of two hundred as on one of thirty', async () => {
  const touchedBy = async (number: number): Promise<readonly string[]> => {
    files.written = [];
    expect(await send(number, 1, 0)).toMatchObject({ kind: 'delivered' });
    return files.written.map((path) => path.replace(idOf(number), 'ID')).toSorted();
  };
  await grow(0, 30, () => 0);
  const early = await touchedBy(30);
  await grow(31, 210, () => 0);
  expect(await touchedBy(210)).toEqual(early);
  expect(early.length).toBeLessThan(25);
});

test('pages of a list are counted from the oldest: what is new leaves the full ones alone', async () => {
  await grow(0, 120, () => 0);
  const first = asText(files.files)['/site/c/notices/1.html'];
  expect(first).toContain('第0号通告');
  files.written = [];
  await grow(120, 149, () => 0);
  expect(files.written.filter((path) => /^[coy]\/.*\/\d+\.html$/u.test(path))).toEqual([]);
  expect(asText(files.files)['/site/c/notices/1.html']).toBe(first);
  const head = asText(files.files)['/site/c/notices.html'] ?? '';
  expect(head.match(/<li><a href="\.\.\/r\//gu)).toHaveLength(99);
  expect(head).toContain('href="../c/notices/1.html"');
});

test('the site built step by step is, byte for byte, the one rebuilt into an empty folder', async () => {
  await grow(0, 104, (number) => (number % 2 === 0 ? 0 : number));
  const versions = new Map(Array.from({ length: 104 }, (_, number) => [number, 1]));
  const step = fc.record({
    act: fc.constantFrom('publish', 'correct', 'move', 'withdraw'),
    number: fc.nat(130),
    /** After how many files the process is killed. */
    killedAfter: fc.option(fc.nat(20), { freq: 3, nil: Infinity }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
      for (const { act, number, killedAfter } of steps) {
        const version = versions.get(number) ?? 0;
        const next = act === 'publish' && version > 0 ? version : version + 1;
        files.left = killedAfter;
        const once = async () =>
          act === 'withdraw' && version > 0
            ? withdraw(number, version)
            : send(number, next, act === 'move' ? number + 1 : number);
        const { kind } = await once();
        files.left = Infinity;
        // Who sends again finishes what is its own; lists that the release has left are the journal's.
        if (kind === 'deferred') await once();
        if (act !== 'withdraw' || version === 0) versions.set(number, next);
      }
      await writeOwed(files, settings, index);
      expect(asText(await rebuilt())).toEqual(asText(files.files));
    }),
    { numRuns: 4, seed: 7 },
  );
});

test('what was cut short after the record is written by the journal alone', async () => {
  await send(1);
  files.left = 3;
  expect(await send(2)).toMatchObject({ kind: 'deferred' });
  files.left = Infinity;
  expect(asText(files.files)['/site/feed.xml']).not.toContain(idOf(2));
  await writeOwed(files, settings, index);
  expect(asText(await rebuilt())).toEqual(asText(files.files));
  expect(asText(files.files)['/site/feed.xml']).toContain(idOf(2));
  expect(await index.owed(9)).toEqual([]);
});

test('corrections and withdrawals are listed, and a withdrawn page’s words are said nowhere', async () => {
  await send(1);
  await send(2);
  await send(1, 2);
  expect(asText(files.files)['/site/changes.html']).toContain('第1号通告之2');
  expect(asText(files.files)['/site/changes.html']).toContain('限高数字有误');
  await withdraw(1, 2);
  for (const [path, text] of Object.entries(asText(files.files))) {
    expect([path, text.includes('第1号通告')]).toEqual([path, false]);
    expect([path, text.includes('限高数字有误')]).toEqual([path, false]);
  }
  expect(asText(files.files)['/site/changes.html']?.match(/本页内容已撤回/gu)).toHaveLength(2);
});

test('a publication after a change of the look writes only what is its own; the rest follows in lots', async () => {
  await grow(0, 120, () => 0);
  await withdraw(1);
  const renamed = { ...settings, icp: '示ICP备1号' };
  files.written = [];
  clock.travel(60_000);
  const rendition = channel.preview(publicationOf(121, 1, 0), renamed);
  const attempt = { ...attemptOf(idOf(121), 1), settings: renamed };
  expect(await channel.send(rendition, attempt)).toMatchObject({ kind: 'delivered' });
  expect(files.written.length).toBeLessThan(25);
  expect(asText(files.files)['/site/map.html']).toContain('示ICP备1号');
  expect(asText(files.files)['/site/changes.html']).not.toContain('示ICP备1号');
  await writeOwed(files, renamed, index, { lots: 1 });
  expect((await index.owed(99)).length).toBeGreaterThan(0);
  // Between two lots a release comes first.
  await channel.send(rendition, attempt);
  await writeOwed(files, renamed, index);
  for (const [path, text] of Object.entries(asText(files.files)))
    if (/^\/site\/(?!r\/|a\/|server\/).*html$|gone\.html$/u.test(path))
      expect([path, text.includes('示ICP备1号')]).toEqual([path, true]);
  expect(asText(files.files)[`/site/r/${idOf(1)}.html`]).toContain('示ICP备1号');
});

test('an older program beside a newer one writes what the public waits for and leaves the journal to it', async () => {
  await send(1);
  const newer = { ...settings, contact: '0000-12345' };
  await writeOwed(files, newer, index);
  await send(2);
  expect(asText(files.files)['/site/index.html']).toContain('第2号通告');
  expect(asText(files.files)['/site/index.html']).not.toContain('0000-12345');
  await writeOwed(files, newer, index);
  for (const path of ['index.html', 'c/news.html', 'map.html'])
    expect(asText(files.files)[`/site/${path}`]).toContain('0000-12345');
});

test('whatever the public sees of a list, a feed or a notice is part of its form; where it is kept is not', async () => {
  const form = await formOf(settings);
  const changes: readonly Partial<PortalSettings>[] = [
    { siteName: '另一个名称' },
    { accent: '#0b4a9e' },
    { hub: 'https://hub.gov.example/' },
    { columns: settings.columns.slice(1) },
    { baseUrl: 'https://new.haichuan.gov.example' },
  ];
  for (const change of changes) expect(await formOf({ ...settings, ...change })).not.toBe(form);
  expect(await formOf({ ...settings, root: '/elsewhere', checkLive: true })).toBe(form);
});

test('a picture leaves the site with the last page that shows it', async () => {
  const sha256 = 'c'.repeat(64);
  const image = { sha256, mimeType: 'image/png', bytes: Buffer.from('png'), alt: '图' } as const;
  const shows = async (number: number, version: number, isShown: boolean) => {
    clock.travel(60_000);
    const publication = publicationOf(number, version, 0);
    const blocks = [...publication.blocks, { type: 'image', assetSha256: sha256, alt: '图' } as const];
    const rendition = channel.preview(
      isShown ? { ...publication, blocks, images: [image] } : publication,
      settings,
    );
    await channel.send(rendition, { ...attemptOf(idOf(number), version), images: isShown ? [image] : [] });
  };
  const stands = () => files.files.has(`/site/a/${sha256}.png`);
  await shows(1, 1, true);
  await shows(2, 1, true);
  await withdraw(1);
  expect(stands()).toBe(true);
  await shows(2, 2, false);
  expect(stands()).toBe(false);
  await shows(2, 3, true);
  expect(stands()).toBe(true);
  await withdraw(2, 3);
  expect(stands()).toBe(false);
  await writeOwed(files, settings, index);
  expect(asText(await rebuilt())).toEqual(asText(files.files));
});

test('what is published again after its withdrawal says what was wrong with it', async () => {
  await send(1);
  await withdraw(1);
  await send(1, 2);
  expect(asText(files.files)[`/site/r/${idOf(1)}.html`]).toContain('限高数字有误');
  await writeOwed(files, settings, index);
  expect(asText(await rebuilt())).toEqual(asText(files.files));
});

test('another name of the site is written on every list, and nothing is written twice for the same', async () => {
  await send(1);
  await writeOwed(files, settings, index);
  files.written = [];
  await writeOwed(files, settings, index);
  expect(files.written).toEqual([]);
  await writeOwed(files, { ...settings, icp: '示ICP备1号' }, index);
  expect(asText(files.files)['/site/map.html']).toContain('示ICP备1号');
  expect(files.written).toContain('changes.html');
});
