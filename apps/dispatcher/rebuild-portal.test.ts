import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import { anAttempt, DiskFiles, FakeHttp, FakeMail, MemoryLog, type Publication } from '@koujing/channel';
import { PortalChannel, portalSettings } from '@koujing/channels/portal';
import { json } from '@koujing/database';
import { StoredPublishedIndex } from '@koujing/dispatch';
import { TravellingClock } from '@koujing/kernel';
import { AttachmentStore } from '@koujing/release';
import { emptyHouse } from '../../test/support/empty-house.js';
import { rebuildPortal } from './rebuild-portal.js';
import { PortalSite } from './portal-site.js';

const picture = Buffer.from('a picture');
const sha256 = createHash('sha256').update(picture).digest('hex');

test('rebuilt into an empty folder, the site is byte for byte the one that was built step by step, and what was cut short is finished', async () => {
  const database = await emptyHouse();
  const root = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  const anew = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  const settings = portalSettings.parse({
    ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
    ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
    ...{ checkLive: false, hub: 'https://hub.gov.example/' },
  });
  try {
    await database.queries
      .insertInto('account')
      .values({
        ...{
          id: 'portal',
          channel: 'portal',
          name: '门户',
          settings: json<Readonly<Record<string, unknown>>>({ ...settings }),
        },
        ...{ enabled: true, breaker: 'closed', breaker_failures: 0 },
      })
      .execute();
    await new AttachmentStore().save(database.queries, {
      ...{ sha256, mimeType: 'image/png', bytes: picture, createdAt: new Date(0) },
    });
    const index = new StoredPublishedIndex(database, 'portal');
    const channel = new PortalChannel(index);
    const clock = new TravellingClock('2026-11-27T01:30:00Z');
    const files = new DiskFiles();
    const http = new FakeHttp((_, count) => ({ json: {}, status: count === 1 ? 503 : 202 }));
    const log = new MemoryLog();
    const attemptOf = (releaseId: string, version: number, change: Partial<Publication> = {}) => {
      clock.travel(60_000);
      const publication: Publication = {
        ...{ releaseId, version, title: `通告${releaseId}第${version}版`, summary: '桥面限高。' },
        blocks: [...blocksFromText('桥面限高。'), { type: 'image', assetSha256: sha256, alt: '图' }],
        ...{ organ: '市水务局', jointOrgans: ['市公安局'], column: '通知公告', keywords: [] },
        portalUrl: `https://www.binhai.gov.example/r/${releaseId}.html`,
        images: [{ sha256, mimeType: 'image/png', bytes: picture, alt: '图' }],
        ...change,
      };
      const attempt = anAttempt({
        ...{ releaseId, version, settings, secrets: {}, portalUrl: publication.portalUrl },
        images: publication.images,
        ports: { http, mail: new FakeMail(), files, clock, log },
      });
      return { attempt, rendition: channel.preview(publication, settings) };
    };
    const send = async (...of: Parameters<typeof attemptOf>) => {
      const { attempt, rendition } = attemptOf(...of);
      expect(await channel.send(rendition, attempt)).toMatchObject({ kind: 'delivered' });
    };
    for (const id of ['a', 'b', 'c']) await send(id, 1);
    await send('b', 2, { column: '便民提示', correctionNote: '限高有误。' });
    await channel.withdraw({ remoteId: '' }, attemptOf('c', 1).attempt);
    const { attempt, rendition } = attemptOf('d', 1);
    const entry = { ...{ releaseId: 'd', version: 1, path: 'r/d.html', title: '断电', summary: '' } };
    const now = clock.now();
    await index.record(
      {
        entry: {
          ...entry,
          ...{
            organ: '市水务局',
            organs: ['市水务局'],
            column: '通知公告',
            publishedAt: now,
            updatedAt: now,
          },
        },
        rendition,
      },
      () => [{ kind: 'home' }, { kind: 'feeds', list: 'site' }],
    );
    expect(await readFile(join(root, 'index.html'), 'utf8')).not.toContain('断电');
    const parts = { database, accounts: accountsOf(settings), ports: { files, http, log }, wall: clock };
    const site = new PortalSite(parts);
    await site.tick();
    expect(await readFile(join(root, 'index.html'), 'utf8')).toContain('断电');
    await channel.send(rendition, attempt);

    const hubAsked = http.requests.length;
    await site.tick();
    expect(http.requests.length).toBe(hubAsked);
    clock.travel(60_000);
    await site.tick();
    const told = http.requests.map(({ body }) => new URLSearchParams(String(body)).get('hub.url'));
    expect(told).toContain('https://www.binhai.gov.example/feed.atom');
    expect([await index.owed(9), await index.pings()]).toEqual([[], []]);

    expect(await rebuildPortal(database, files, anew)).toMatchObject({ pages: 3, withdrawn: 1, unknown: 0 });
    expect(await contentOf(anew)).toEqual(await contentOf(root));
    expect(await rebuildPortal(database, files, null)).toMatchObject({ written: 0 });
  } finally {
    await database.close();
    for (const folder of [root, anew]) await rm(folder, { recursive: true });
  }
});

const accountsOf = (settings: Readonly<Record<string, unknown>>) => ({
  find: async () => [
    {
      ...{
        id: 'portal',
        organId: null,
        channel: 'portal',
        name: '门户',
        settings,
        secrets: {},
        enabled: true,
      },
      ...{ breaker: 'closed' as const, breakerUntil: null, breakerReason: null },
    },
  ],
});

const contentOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    files.map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(read) as Readonly<Record<string, string>>;
};
