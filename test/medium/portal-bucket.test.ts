import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  BucketFiles,
  FakeMail,
  FileFailure,
  FilesByRoot,
  MemoryFiles,
  MemoryLog,
  rootOf,
  type Bucket,
  type Publication,
} from '@koujing/channel';
import {
  cacheControl,
  contentType,
  PortalChannel,
  portalSettings,
  PublishedIndexFake,
  rebuildSite,
  writeOwed,
} from '@koujing/channels/portal';
import { TravellingClock } from '@koujing/kernel';
import { BucketStandIn } from '../support/bucket.js';

let store: BucketStandIn;
beforeAll(async () => {
  store = await BucketStandIn.start();
});
afterAll(() => store.stop());

const filesOf = (bucket: Bucket): FilesByRoot =>
  new FilesByRoot(
    new MemoryFiles(),
    new BucketFiles(bucket, (path) => ({ contentType: contentType(path), cacheControl: cacheControl(path) })),
  );

const sha256 = 'a'.repeat(64);

const aSite = (bucket = store.bucket) => {
  const index = new PublishedIndexFake();
  const channel = new PortalChannel(index);
  const clock = new TravellingClock('2026-12-20T01:30:00Z');
  const files = filesOf(bucket);
  const settings = portalSettings.parse({
    ...{
      root: rootOf(bucket),
      baseUrl: 'https://www.binhai.gov.example',
      siteName: '滨海市人民政府门户网站',
    },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
    checkLive: false,
  });
  const of = (releaseId: string, version = 1) => {
    const image = { sha256, mimeType: 'image/png', bytes: Buffer.from('png'), alt: '图' } as const;
    const publication: Publication = {
      ...{ releaseId, version, title: `通告${releaseId}`, summary: '桥面限高。', organ: '市水务局' },
      blocks: [...blocksFromText('桥面限高。'), { type: 'image', assetSha256: sha256, alt: '图' }],
      ...{ jointOrgans: [], column: '通知公告', keywords: [], images: [image] },
      portalUrl: `https://www.binhai.gov.example/r/${releaseId}.html`,
    };
    const attempt = anAttempt({
      ...{ releaseId, version, settings, secrets: {}, portalUrl: publication.portalUrl, images: [image] },
      ports: {
        http: { request: () => Promise.reject(new Error('the site is not asked')) },
        ...{ mail: new FakeMail(), files, clock, log: new MemoryLog() },
      },
    });
    return { attempt, rendition: channel.preview(publication, settings) };
  };
  const send = (releaseId: string) => {
    clock.travel(60_000);
    const { rendition, attempt } = of(releaseId);
    return channel.send(rendition, attempt);
  };
  const withdraw = (releaseId: string) => channel.withdraw({ remoteId: '' }, of(releaseId).attempt);
  return { index, files, settings, send, withdraw, channel, of };
};

const textOf = (path: string): string => store.objects.get(`site/${path}`)?.bytes.toString('utf8') ?? '';

test('a release is put into the bucket as article, lists, feeds, each with its type and how long it stands', async () => {
  const { send } = aSite();
  store.puts = [];
  expect(await send('a')).toMatchObject({ kind: 'delivered' });
  const [article, list, feed] = ['r/a.html', 'c/notices.html', 'c/notices.xml'].map((path) =>
    store.puts.indexOf(`site/${path}`),
  ) as [number, number, number];
  expect(store.puts[0]).toBe(`site/a/${sha256}.png`);
  expect([article, list > article, feed > list]).toEqual([1, true, true]);
  const served = (path: string) => {
    const { contentType: type, cacheControl: keeps } = store.objects.get(`site/${path}`) ?? {};
    return [type, keeps];
  };
  expect(served('r/a.html')).toEqual(['text/html; charset=utf-8', 'no-cache']);
  expect(served('feed.atom')).toEqual(['application/atom+xml; charset=utf-8', 'no-cache']);
  expect(served('sitemap.xml')).toEqual(['application/xml; charset=utf-8', 'no-cache']);
  expect(served(`a/${sha256}.png`)).toEqual(['image/png', 'public, max-age=31536000, immutable']);
});

test('what was put into the bucket by hand is found, and what releases put there is not', async () => {
  const { index, files, settings, send, channel, of } = aSite();
  for (const id of ['a', 'b']) await send(id);
  await writeOwed(files, settings, index);
  const byHand = {
    bytes: Buffer.from('<title>紧急通知</title>今晚停水。'),
    contentType: 'text/html',
    cacheControl: '',
  };
  store.objects.set('site/r/urgent.html', { ...byHand, at: new Date('2026-12-20T01:00:00Z') });
  // Another site's, beside ours in the same bucket.
  store.objects.set('other/page.html', { ...byHand, at: new Date('2026-12-20T01:00:00Z') });
  const since = new Date('2026-12-20T00:00:00Z');
  store.heads = 0;
  const { strays } = await channel.survey({ place: {}, again: [], since }, of('a').attempt);
  expect(strays).toMatchObject([
    {
      remoteId: 'r/urgent.html',
      text: '紧急通知\n今晚停水。',
      url: 'https://www.binhai.gov.example/r/urgent.html',
    },
  ]);
  // The listing dates what lies there: no object is asked for its own.
  expect(store.heads).toBe(0);
  // However many lie there, a look lists so many and the next one goes on.
  const all: string[] = [];
  for (let from: string | null = null, more = true; more;) {
    const { paths, next }: Awaited<ReturnType<typeof files.walk>> = await files.walk(settings.root, from, 4);
    expect(paths.length).toBeLessThanOrEqual(4);
    all.push(...paths);
    [from, more] = [next, next !== null];
  }
  const kept = [...store.objects.keys()].filter((key) => key.startsWith('site/'));
  expect(all).toEqual(kept.map((key) => key.slice('site/'.length)).toSorted());
  const posts = await channel.recent(since, of('a').attempt);
  expect(posts.map(({ remoteId }) => remoteId)).toEqual(['r/b.html', 'r/a.html']);
  store.objects.clear();
});

test('what has not changed is not put again', async () => {
  const { index, files, settings, send } = aSite();
  await send('a');
  await writeOwed(files, settings, index);
  store.puts = [];
  await send('a');
  expect(store.puts).toEqual(['site/r/a.html']);
});

test('a withdrawn page is its notice, which search engines leave out; its picture is gone', async () => {
  const { send, withdraw } = aSite();
  await send('w');
  expect(await withdraw('w')).toEqual({ kind: 'done' });
  expect(textOf('r/w.html')).toContain('本页内容已撤回');
  expect(textOf('r/w.html')).toContain('<meta name="robots" content="noindex"/>');
  expect(textOf('feed.xml')).not.toContain('通告w');
  expect(store.objects.has(`site/a/${sha256}.png`)).toBe(false);
});

test('what a failing store left over is finished from the journal, and the bucket is the rebuilt site', async () => {
  store.objects.clear();
  const { index, files, settings, send } = aSite();
  await send('a');
  store.left = 4;
  expect(await send('b')).toMatchObject({ kind: 'deferred' });
  store.left = Infinity;
  await writeOwed(files, settings, index);
  await send('b');
  const anew = new MemoryFiles();
  await rebuildSite({ settings: { ...settings, root: '/anew' }, files: anew, index, assets: async () => [] });
  const inBucket = [...store.objects].map(([key, { bytes }]) => [
    key.slice('site/'.length),
    bytes.toString('utf8'),
  ]);
  const rebuilt = [...anew.files].map(([path, bytes]) => [
    path.slice('/anew/'.length),
    Buffer.from(bytes).toString('utf8'),
  ]);
  const pages = (all: readonly (readonly string[])[]) =>
    Object.fromEntries(all.filter(([path]) => !path?.startsWith('a/'))) as Record<string, string>;
  expect(pages(inBucket)).toEqual(pages(rebuilt));
});

test('a wrong key stops the account and is told by name; a path that leaves the prefix is refused', async () => {
  const { send } = aSite({ ...store.bucket, secretAccessKey: 'another' });
  expect(await send('a')).toMatchObject({ kind: 'rejected', code: 'SignatureDoesNotMatch', fix: 'operator' });
  const files = filesOf(store.bucket);
  await expect(files.read(rootOf(store.bucket), '../other')).rejects.toThrow(FileFailure);
  await expect(new FilesByRoot(files, null).read('s3://b', 'x')).rejects.toThrow(/data\.bucket/u);
});
