import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxiosHttp, DiskFiles, FakeMail, MemoryLog } from '@koujing/channel';
import type { Limit, Publication } from '@koujing/channel';
import {
  PortalChannel,
  portalSettings,
  PublishedIndexFake,
  type PortalSecrets,
  type PortalSettings,
} from '@koujing/channels/portal';
import { TravellingClock } from '@koujing/kernel';
import { startPortal } from '../../../apps/portal/portal.js';
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
const channel = new PortalChannel(
  new Proxy(index, {
    get: (_, name) => {
      const member: unknown = Reflect.get(index, name);
      return typeof member === 'function' ? (member.bind(index) as unknown) : member;
    },
  }),
);

/** Real files behind a real server: what the public can open is what counts. */
const start = async (): Promise<ChannelWorld<PortalSettings, PortalSecrets>> => {
  index = new PublishedIndexFake();
  const root = await mkdtemp(join(tmpdir(), 'koujing-portal-'));
  const portal = await startPortal({ host: '127.0.0.1', port: 0, settings: { ...settings, root } });
  const here = { ...settings, root, baseUrl: portal.url };
  const http = new AxiosHttp();
  const clock = new TravellingClock('2026-11-30T02:00:00Z');
  const log = new MemoryLog();
  const shown = async (): Promise<number> =>
    (await fetch(`${portal.url}/r/${publication.releaseId}.html`)).status === 200 ? 1 : 0;
  return {
    settings: here,
    secrets: {},
    clock,
    log,
    ports: { http, mail: new FakeMail(), files: new DiskFiles(), clock, log },
    tokens: () => fixedTokens(''),
    unreachable: { ...here, baseUrl: 'http://127.0.0.1:9' },
    copies: shown,
    accepted: shown,
    stop: async () => {
      http.close();
      await portal.close();
      await rm(root, { recursive: true });
    },
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
