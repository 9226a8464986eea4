import { FakeMail, HttpFailure, MemoryFiles, MemoryLog } from '@koujing/channel';
import type { HttpPort, Limit, Publication } from '@koujing/channel';
import {
  PortalChannel,
  portalSettings,
  PublishedIndexFake,
  type PortalSecrets,
  type PortalSettings,
} from '@koujing/channels/portal';
import { TravellingClock } from '@koujing/kernel';
import { channelContract } from '../../../libs/channel/channel.contract.js';
import type { ChannelHarness, ChannelWorld } from '../../../libs/channel/channel-harness.js';
import { aPublication, fixedTokens } from './channel-worlds.js';

const settings = portalSettings.parse({
  root: 'site',
  baseUrl: 'http://127.0.0.1:8080',
  siteName: '滨江市人民政府门户网站',
  siteDomain: 'www.binjiang.gov.example',
  siteIdCode: 'bm00000002',
  host: '滨江市人民政府办公室',
});

const publication = aPublication();
/** Replaced for each case, as a new city has a new database. */
let index = new PublishedIndexFake();
const channel = new PortalChannel({
  find: (id) => index.find(id),
  record: (entry) => index.record(entry),
  remove: (id) => index.remove(id),
  newest: (limit, column) => index.newest(limit, column),
  exclusively: (work) => index.exclusively(work),
});

/** What the site's server answers: the file, 410 where a notice stands, 404 otherwise. */
const served = (files: MemoryFiles, root: string): HttpPort => ({
  request: async ({ url }) => {
    const { pathname, port } = new URL(url);
    if (port !== '8080') throw new HttpFailure('connection refused', 'no');
    const notice = await files.read(root, pathname.slice(1).replace(/\.html$/u, '.gone.html'));
    const page = await files.read(root, pathname.slice(1));
    const body = notice ?? page ?? new Uint8Array();
    return { status: notice ? 410 : page ? 200 : 404, headers: {}, body };
  },
});

const start = async (): Promise<ChannelWorld<PortalSettings, PortalSecrets>> => {
  index = new PublishedIndexFake();
  const files = new MemoryFiles();
  const clock = new TravellingClock('2026-11-30T02:00:00Z');
  const log = new MemoryLog();
  const pages = async (): Promise<number> =>
    [...files.files.keys()].filter((path) => /\/r\/[\w-]+\.html$/u.test(path)).length;
  return {
    settings,
    secrets: {},
    clock,
    log,
    ports: { http: served(files, settings.root), mail: new FakeMail(), files, clock, log },
    tokens: () => fixedTokens(''),
    unreachable: { ...settings, baseUrl: 'http://127.0.0.1:9' },
    copies: pages,
    accepted: pages,
    stop: async () => undefined,
  };
};

/** The page's size follows from title and text together: its limit is measured in the channel's own tests. */
const sized = (limit: Limit, size: number): Publication | null =>
  limit.field === 'title' ? { ...publication, title: '桥'.repeat(size) } : null;

const harness: ChannelHarness<PortalSettings, PortalSecrets> = {
  channel,
  publication,
  settings,
  sized,
  steps: [],
  lacks: ['loss', 'token', 'signIn'],
  start,
};

channelContract('the portal', harness);
