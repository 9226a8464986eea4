import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlertStore, writeAlerts } from '@koujing/alert';
import { blocksFromText } from '@koujing/block';
import { anAttempt, DiskFiles, FakeMail, MemoryLog, type Publication } from '@koujing/channel';
import { PortalChannel, portalSettings, writeOwed } from '@koujing/channels/portal';
import { NoticeStore, WriteNotices } from '@koujing/conference';
import { json, type Database } from '@koujing/database';
import { AttachmentStore } from '@koujing/release';
import { PublicationStore, type RosterPublication } from '@koujing/roster';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { alertSiteOf } from '../../apps/dispatcher/alert-cases.js';
import { PortalConferenceSite } from '../../apps/dispatcher/conference-site.js';
import { openPortalIndex } from '../../apps/dispatcher/portal-index.js';
import { rebuildPortal } from '../../apps/dispatcher/rebuild-portal.js';
import { PortalRosterSite } from '../../apps/dispatcher/roster-site.js';
import { releaseDraftSchema } from '../../libs/release/release.api.js';
import { aCity, type City } from '../support/a-city.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

const assetOf = (text: string, mimeType: string, name: string) => {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, mimeType, bytes, alt: name, name, size: bytes.length };
};
const picture = assetOf('a picture', 'image/png', '示意图');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const document = assetOf('a document', docx, '附件.docx');
const files = new DiskFiles();

onEachEngine('the public site with all that stands on it', (open) => {
  let opened: TestDatabase;
  let database: Database;
  let city: City;
  const folders: string[] = [];
  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
    folders.push(path);
    return path;
  };

  beforeAll(async () => {
    opened = await open();
    ({ database } = opened);
    city = await aCity(database);
  });
  afterAll(async () => {
    await opened.drop();
    for (const path of folders) await rm(path, { recursive: true });
  });

  const portal = async () => {
    const root = await folder();
    const settings = portalSettings.parse({
      ...{ root, baseUrl: 'https://www.binhai.gov.example', siteName: '滨海市人民政府门户网站' },
      ...{ siteDomain: 'www.binhai.gov.example', siteIdCode: 'bm00000001', host: '滨海市人民政府办公室' },
      checkLive: false,
    });
    const kept = json<Readonly<Record<string, unknown>>>({ ...settings });
    const account = { ...{ id: 'portal', channel: 'portal', name: '门户', settings: kept, enabled: true } };
    await database.queries
      .insertInto('account')
      .values({ ...account, breaker: 'closed', breaker_failures: 0 })
      .execute();
    const found = { ...account, organId: null, secrets: {}, settings: { ...settings }, breakerUntil: null };
    const accounts = { find: async () => [{ ...found, breaker: 'closed' as const, breakerReason: null }] };
    const drifts = { touched: async () => Promise.reject(new Error('nobody touched the site')) };
    return { settings, parts: { database, accounts, files, drifts } };
  };

  /** A warning with a picture in its text and a document to download, and its message of CAP in two versions. */
  const publishWarning = async (settings: ReturnType<typeof portalSettings.parse>): Promise<string> => {
    const draft = releaseDraftSchema.parse({
      ...{ organId: 'water', kind: 'warning', title: '暴雨橙色预警信号', accountIds: ['portal'] },
      blocks: blocksFromText('预计未来3小时降雨量将达50毫米以上。'),
    });
    const { id } = await city.cases.create.perform(draft, await city.actor('water', 'drafter'));
    const portalUrl = `https://www.binhai.gov.example/r/${id}.html`;
    const store = new AttachmentStore();
    for (const asset of [picture, document])
      await store.save(database.queries, { ...asset, createdAt: city.clock.now() });
    const publication: Publication = {
      ...{ releaseId: id, version: 1, title: draft.title, summary: '请减少外出。', organ: '市水务局' },
      ...{ jointOrgans: [], column: '预警信息', keywords: [], portalUrl, isAlert: true },
      ...{ images: [{ ...picture, mimeType: 'image/png' as const }], attachments: [document] },
      blocks: [...draft.blocks, { type: 'image', assetSha256: picture.sha256, alt: '示意图' }],
    };
    const channel = new PortalChannel(openPortalIndex(database));
    const attempt = anAttempt({
      ...{ releaseId: id, version: 1, settings, secrets: {}, portalUrl, images: [picture, document] },
      ports: {
        http: { request: () => Promise.reject(new Error('the site is not asked')) },
        ...{ mail: new FakeMail(), files, clock: city.clock, log: new MemoryLog() },
      },
    });
    expect(await channel.send(channel.preview(publication, settings), attempt)).toMatchObject({
      kind: 'delivered',
    });
    return id;
  };

  const issueAlerts = async (settings: ReturnType<typeof portalSettings.parse>, releaseId: string) => {
    const alerts = new AlertStore();
    for (const version of [1, 2]) {
      const at = new Date(city.clock.now().getTime() + version * 60_000);
      await alerts.add(database.queries, {
        ...{ release: { releaseId, version, matterId: null }, act: 'issue', sender: 's', event: '暴雨' },
        ...{
          identifier: `m-${version}`,
          headline: '暴雨',
          senderName: '水务局',
          xml: `<alert v="${version}"/>`,
        },
        ...{ sentAt: at, expiresAt: new Date(at.getTime() + 3_600_000) },
      });
    }
    const site = alertSiteOf(database, files, settings);
    await site.exclusively(async () => {
      await writeAlerts(site, await alerts.unwritten(database.queries));
      await site.writeIndex();
    });
  };

  const publishRoster = async (parts: Awaited<ReturnType<typeof portal>>['parts']) => {
    const at = city.clock.now();
    const publication: RosterPublication = {
      ...{ id: 'list', year: 2026, digest: 'd', publishedBy: 'office-coordinator', pageWrittenAt: at },
      publishedAt: at,
      organs: [
        { organ: '滨海市水务局', entries: [{ post: 'spokesperson', name: '发言人', title: '副局长' }] },
      ],
    };
    await new PublicationStore().add(database.queries, publication);
    const site = new PortalRosterSite(parts);
    await site.exclusively(() => site.write(publication));
  };

  const approveConference = async (parts: Awaited<ReturnType<typeof portal>>['parts']) => {
    const at = city.clock.now();
    const facts = { theme: '防汛', starts_at: at, place: '新闻发布厅', name: '滨海市水务局' };
    await database.queries
      .insertInto('conference')
      .values({
        ...{ id: 'c1', kind: 'own', organ_id: 'water', joint_organ_ids: json<readonly string[]>([]) },
        ...{ state: 'approved', registration: 1, revision: 1, ...facts, content: '汛情', host: '新闻发言人' },
        ...{ emergency: false, incident_id: null, major: false, speakers: json<unknown>([]) },
        ...{ plan: json<unknown>({}), number: '滨新发会〔2026〕1号', applied_at: at, approved_at: at },
        ...{ held_at: null, filing: json<unknown>(null), holding: json<unknown>(null) },
        ...{ brief: json<unknown>(null), state_reason: null, created_by: 'water-drafter' },
        ...{ created_at: at, updated_at: at },
      })
      .execute();
    await database.queries
      .insertInto('conference_approval')
      .values({
        ...{ conference_id: 'c1', registration: 1, number: '滨新发会〔2026〕1号', ...facts },
        ...{ approved_at: at, voided_at: null, void_reason: null, changes: json<unknown>([]) },
      })
      .execute();
    await new WriteNotices({ database, notices: new NoticeStore() }, new PortalConferenceSite(parts)).tick();
  };

  test('is rebuilt byte for byte, roster, conferences, alerts, pictures and documents too', async () => {
    const { settings, parts } = await portal();
    const index = openPortalIndex(database);
    await writeOwed(files, settings, index);
    const releaseId = await publishWarning(settings);
    await issueAlerts(settings, releaseId);
    await publishRoster(parts);
    await approveConference(parts);
    expect(await index.owed(9)).toEqual([]);

    const before = await contentOf(settings.root);
    expect(before).toMatchObject({
      '/roster.csv': expect.stringContaining('发言人'),
      '/roster.html': expect.stringContaining('滨海市人民政府新闻办公室'),
      '/conferences.html': expect.stringContaining('滨新发会〔2026〕1号'),
      '/cap/m-1.cap.xml': '<alert v="1"/>',
      [`/cap/${releaseId}.cap.xml`]: '<alert v="2"/>',
      '/cap/index.atom': expect.stringContaining('/cap/m-2.cap.xml'),
      [`/a/${picture.sha256}.png`]: 'a picture',
      [`/f/${releaseId}/${document.sha256}.docx`]: 'a document',
      '/sitemap/1.xml': expect.stringMatching(/roster\.html[^]*conferences\.html/u),
    });
    const anew = await folder();
    const rebuilt = await rebuildPortal(database, files, anew);
    expect(rebuilt).toMatchObject({ pages: 1, unknown: 0, written: Object.keys(before).length });
    expect(await contentOf(anew)).toEqual(before);
    expect(await rebuildPortal(database, files, null)).toMatchObject({ written: 0 });
  });
});

const contentOf = async (root: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(
    paths.map(async (path) => [path.slice(root.length), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(read);
};
