import { createHash } from 'node:crypto';
import { TravellingClock } from '@koujing/kernel';
import {
  AxiosHttp,
  FakeTokens,
  MemoryFiles,
  MemoryLog,
  NodemailerMail,
  type ChannelPorts,
  type Publication,
  type TokenPort,
} from '@koujing/channel';
import { blocksFromText } from '@koujing/block';
import { startSandbox, type Sandbox } from '../../../apps/sandbox/sandbox.js';
import type { AccountChanges } from '../../../apps/sandbox/account.js';

/** A red 1 × 1 PNG. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

export const pictureOf = (bytes: Uint8Array) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mimeType: 'image/png' as const,
  alt: '新桥通车现场',
  bytes,
});

const text = [
  '滨江市新城大桥将于12月1日6时正式通车。大桥全长1280米，设双向六车道，两侧设非机动车道和人行道。',
  '通车后，市区至新城的车程由35分钟缩短到12分钟。公交18路、56路同步调整线路，详见市交通运输局网站。',
].join('\n');

/** A release that every channel can carry; a year in the future of nothing. */
export const aPublication = (change: Partial<Publication> = {}): Publication => {
  const images = change.images ?? [pictureOf(dot)];
  const pictures = images.map(({ sha256, alt }) => ({ type: 'image' as const, assetSha256: sha256, alt }));
  return { ...plainPublication, blocks: [...blocksFromText(text), ...pictures], images, ...change };
};

const plainPublication = {
  releaseId: '018f0000-0000-7000-8000-00000000a001',
  version: 1,
  title: '新城大桥12月1日正式通车',
  summary: '新城大桥将于12月1日6时正式通车。公交18路、56路同步调整线路。',
  organ: '滨江市交通运输局',
  jointOrgans: [],
  column: '通知公告',
  keywords: ['新城大桥', '通车'],
  portalUrl: 'http://127.0.0.1:8080/r/018f0000-0000-7000-8000-00000000a001.html',
};

/** A sandbox and ports of one case, sharing one clock. */
export interface SandboxedWorld {
  readonly sandbox: Sandbox;
  readonly clock: TravellingClock;
  readonly log: MemoryLog;
  readonly ports: ChannelPorts;
  stop(): Promise<void>;
}

export const sandboxedWorld = async (accounts: AccountChanges = {}): Promise<SandboxedWorld> => {
  const clock = new TravellingClock('2026-11-30T02:00:00Z');
  const sandbox = await startSandbox({ httpPort: 0, smtpPort: 0, clock, accounts });
  const http = new AxiosHttp();
  const mail = new NodemailerMail();
  const log = new MemoryLog();
  const stop = async (): Promise<void> => {
    http.close();
    mail.close();
    await sandbox.close();
  };
  return { sandbox, clock, log, ports: { http, mail, files: new MemoryFiles(), clock, log }, stop };
};

/** Tokens as dispatch would hand them out: first `first`, then whatever `renew` brings. */
export const tokensFrom = (first: () => Promise<string>, renew: () => Promise<string | null>): TokenPort => {
  let current: Promise<string> | null = null;
  return {
    current: () => (current ??= first()),
    replace: async () => {
      const next = await renew();
      if (next !== null) current = Promise.resolve(next);
      return next;
    },
  };
};

export const fixedTokens = (...tokens: string[]): TokenPort => new FakeTokens(tokens);
