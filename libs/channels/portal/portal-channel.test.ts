import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  FakeMail,
  FileFailure,
  HttpFailure,
  MemoryFiles,
  MemoryLog,
  type HttpPort,
  type Publication,
} from '@koujing/channel';
import { civilTime, TravellingClock } from '@koujing/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { PortalChannel } from './portal-channel.js';
import { portalSettings } from './portal-settings.js';
import { PublishedIndexFake } from './published-index-fake.js';

const id = '018f0000-0000-7000-8000-00000000b001';
const settings = portalSettings.parse({
  root: '/site',
  baseUrl: 'https://www.haichuan.gov.example/',
  siteName: '海川市人民政府门户网站',
  siteDomain: 'www.haichuan.gov.example',
  siteIdCode: 'bm00000003',
  host: '海川市人民政府办公室',
});

const publication = (change: Partial<Publication> = {}): Publication => ({
  releaseId: id,
  version: 1,
  title: '文昌路封闭施工通告',
  blocks: blocksFromText('文昌路将于11月28日22时起封闭施工。'),
  summary: '文昌路将于11月28日22时起封闭施工。',
  organ: '市公安局交通警察支队',
  jointOrgans: [],
  column: '通知公告',
  keywords: ['文昌路'],
  portalUrl: `https://www.haichuan.gov.example/r/${id}.html`,
  images: [],
  ...change,
});

let files: MemoryFiles;
let index: PublishedIndexFake;
let channel: PortalChannel;
let clock: TravellingClock;
let isDown: boolean;

beforeEach(() => {
  files = new MemoryFiles();
  index = new PublishedIndexFake();
  channel = new PortalChannel(index);
  clock = new TravellingClock('2026-11-27T01:30:00Z');
  isDown = false;
});

const http: HttpPort = {
  request: async ({ url }) => {
    if (isDown) throw new HttpFailure('connection refused', 'no');
    const body = files.files.get(`/site${new URL(url).pathname}`);
    return { status: body ? 200 : 404, headers: {}, body: body ?? new Uint8Array() };
  },
};

const attemptOf = (version: number, port = files) =>
  anAttempt({
    releaseId: id,
    version,
    settings,
    secrets: {},
    portalUrl: publication().portalUrl,
    ports: { http, mail: new FakeMail(), files: port, clock, log: new MemoryLog() },
  });

const publish = (change: Partial<Publication> = {}) => {
  const version = change.version ?? 1;
  return channel.send(channel.preview(publication(change), settings), attemptOf(version));
};

const page = (path: string): string => Buffer.from(files.files.get(`/site/${path}`) ?? '').toString('utf8');

const delivered = async (change: Partial<Publication> = {}) => {
  const outcome = await publish(change);
  if (outcome.kind !== 'delivered') throw new Error(JSON.stringify(outcome));
  return outcome.receipt;
};

test('a release stands on its page, in the lists and in the feeds, in Beijing time', async () => {
  await delivered();
  expect(page(`r/${id}.html`)).toContain('<meta name="PubDate" content="2026-11-27 09:30"/>');
  for (const list of ['index.html', 'c/notices.html', 'feed.xml', 'c/notices.xml'])
    expect(page(list)).toContain('文昌路封闭施工通告');
  expect(page('c/policy.html')).not.toContain('文昌路封闭施工通告');
  expect(page('sitemap/1.xml')).toContain(`/r/${id}.html</loc><lastmod>2026-11-27T01:30:00.000Z</lastmod>`);
});

test('while the public address does not answer, the release waits, and comes out unchanged when it does', async () => {
  isDown = true;
  expect(await publish()).toMatchObject({ kind: 'deferred', reason: 'transient', code: 'portalNotLive' });
  const rendition = channel.preview(publication(), settings);
  expect(await channel.reconcile(rendition, null, attemptOf(1))).toMatchObject({ kind: 'stillPending' });
  const written = page(`r/${id}.html`);
  clock.travel(600_000);
  isDown = false;
  await delivered();
  expect(page(`r/${id}.html`)).toBe(written);
});

test('a correction keeps the address and the first publication time, and carries a note', async () => {
  const receipt = await delivered();
  clock.travel(3_600_000);
  const rendition = channel.preview(
    publication({ version: 2, title: '文昌路封闭施工通告（更新）' }),
    settings,
  );
  expect(await channel.correct(receipt, rendition, attemptOf(2))).toMatchObject({
    kind: 'done',
    receipt: { url: publication().portalUrl, data: { version: '2' } },
  });
  expect(page(`r/${id}.html`)).toContain('本页已于 2026-11-27 10:30 更正，现为第 2 版');
  expect(page(`r/${id}.html`)).toContain('<meta name="PubDate" content="2026-11-27 09:30"/>');
  expect(page('index.html')).toContain('（已更正）');
  expect(page('feed.xml').match(/urn:uuid:/gu)).toHaveLength(1);
  expect(page('sitemap/1.xml')).toContain(`/r/${id}.html</loc><lastmod>2026-11-27T02:30:00.000Z</lastmod>`);
  expect(page('sitemap.xml')).toContain('<lastmod>2026-11-27T02:30:00.000Z</lastmod>');
});

test('a late worker with an older version changes nothing', async () => {
  await delivered();
  await delivered({ version: 2, title: '新版' });
  const standing = page(`r/${id}.html`);
  expect(await delivered()).toMatchObject({ data: { version: '2' } });
  expect(page(`r/${id}.html`)).toBe(standing);
});

test('a withdrawn page leaves a notice and no trace in lists, feeds and sitemap, and does not come back', async () => {
  const receipt = await delivered();
  expect(await channel.withdraw(receipt, attemptOf(1))).toEqual({ kind: 'done' });
  expect(page(`r/${id}.gone.html`)).toContain('撤回');
  // A server that cannot answer 410 shows the notice, which no search engine keeps.
  expect(page(`r/${id}.html`)).toBe(page(`r/${id}.gone.html`));
  expect(page(`r/${id}.html`)).toContain('<meta name="robots" content="noindex"/>');
  expect(page('server/gone.map')).toBe(`/r/${id}.html 1;\n`);
  for (const list of ['index.html', 'c/notices.html', 'feed.xml']) expect(page(list)).not.toContain('文昌路');
  expect(page('sitemap/1.xml')).toContain('/index.html</loc>');
  expect(page('sitemap/1.xml')).not.toContain(id);
  expect(await publish()).toMatchObject({ kind: 'rejected', code: 'withdrawn', fix: 'operator' });
  await delivered({ version: 2 });
  expect(page(`r/${id}.gone.html`)).toBe('');
  expect(page('server/gone.map')).toBe('');
});

test('a lost or old sitemap is found on reconciling, and sending again writes it', async () => {
  await delivered();
  const written = page('sitemap/1.xml');
  const rendition = channel.preview(publication(), settings);
  files.files.set('/site/sitemap/1.xml', Buffer.from('<urlset/>'));
  expect(await channel.reconcile(rendition, null, attemptOf(1))).toEqual({ kind: 'absent' });
  await delivered();
  expect(page('sitemap/1.xml')).toBe(written);
});

test('a release moved to another column leaves its old one', async () => {
  await delivered();
  await delivered({ version: 2, column: '便民提示' });
  expect(page('c/notices.html')).not.toContain('文昌路');
  const own = [...files.files.keys()].filter((path) => /c\/[0-9a-f]{12}\.html$/u.test(path));
  expect(own).toHaveLength(1);
});

/** Fails at the n-th change, as a full disk or a killed process would. */
class FailingFiles extends MemoryFiles {
  constructor(
    private readonly under: MemoryFiles,
    private left: number,
  ) {
    super();
  }

  override async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    if (this.left === 0) throw new FileFailure('no space left', 'ENOSPC');
    this.left -= 1;
    await this.under.write(root, path, bytes);
  }

  override async read(root: string, path: string): Promise<Uint8Array | null> {
    return this.under.read(root, path);
  }

  override async remove(root: string, path: string): Promise<void> {
    await this.under.remove(root, path);
  }
}

// Page, then lists and feeds, some of which are written beside each other.
test('cut short before any of its first files, it is absent, and sending again finishes it', async () => {
  const rendition = channel.preview(publication(), settings);
  for (let changes = 0; changes < 14; changes += 1) {
    files = new MemoryFiles();
    index = new PublishedIndexFake();
    channel = new PortalChannel(index);
    const cut = await channel.send(rendition, attemptOf(1, new FailingFiles(files, changes)));
    expect(cut).toMatchObject({ kind: 'deferred', code: 'ENOSPC' });
    expect(await channel.reconcile(rendition, null, attemptOf(1))).toEqual({ kind: 'absent' });
    await delivered();
    expect(await channel.reconcile(rendition, null, attemptOf(1))).toMatchObject({ kind: 'present' });
  }
});

test('of two writers of one version, one of them overtaken while it wrote, the first to record it gives page and record their time', async () => {
  const rendition = channel.preview(publication(), settings);
  const write = files.write.bind(files);
  index.exclusively = (work) => work();
  // The clock steps past the turn of the first; the second is done before the first has written its page.
  files.write = async (root, path, bytes) => {
    files.write = write;
    clock.travel(16 * 3_600_000);
    await delivered();
    await write(root, path, bytes);
  };
  expect(await channel.send(rendition, attemptOf(1))).toMatchObject({ kind: 'delivered' });
  const kept = await index.find(id);
  expect(kept?.updatedAt).toEqual(kept?.publishedAt);
  expect(page(`r/${id}.html`)).toContain(
    `koujing-updated" content="${civilTime(kept?.updatedAt ?? new Date(0))}"`,
  );
  expect(page(`r/${id}.html`)).not.toContain('更正说明');
  expect(await channel.reconcile(rendition, null, attemptOf(1))).toMatchObject({ kind: 'present' });
});

test('a page that somebody changed by hand is not taken for ours', async () => {
  await delivered();
  files.files.set(`/site/r/${id}.html`, Buffer.from(page(`r/${id}.html`).replaceAll('22时', '23时')));
  const rendition = channel.preview(publication(), settings);
  expect(await channel.reconcile(rendition, null, attemptOf(1))).toEqual({ kind: 'absent' });
  const seen = await channel.inspect({ remoteId: '' }, attemptOf(1));
  expect(seen).toMatchObject({ kind: 'shown', text: expect.stringContaining('23时起封闭') });
});

test('the drafter is told of an address elsewhere, a missing picture, a reserved mark and an empty text', () => {
  const codes = (change: Partial<Publication>) =>
    channel.validate(publication(change), settings).map(({ code, field }) => `${field}: ${code}`);
  expect(codes({})).toEqual([]);
  expect(codes({ portalUrl: 'https://other.example/r/1.html' })).toEqual(['portalUrl: portalUrlElsewhere']);
  expect(codes({ blocks: [{ type: 'image', assetSha256: 'a'.repeat(64), alt: '图' }] })).toEqual([
    'body: pictureMissing',
    'body: empty',
  ]);
  expect(codes({ title: '{{slot:pubDate}}' })).toEqual(['body: slotInText']);
  expect(codes({ blocks: blocksFromText('长'.repeat(200_000)) })).toEqual(['html: tooLong']);
});
