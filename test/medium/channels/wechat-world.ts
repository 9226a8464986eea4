import { WechatChannel, wechatSecrets, wechatSettings, type WechatSettings } from '@koujing/channels/wechat';
import { blocksFromText } from '@koujing/block';
import { type Limit, type Publication } from '@koujing/channel';
import type { ChannelHarness, ChannelWorld, Loss } from '../../../libs/channel/channel-harness.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { aPublication, pictureOf, sandboxedWorld, tokensFrom } from './channel-worlds.js';

const channel = new WechatChannel();
const settings = wechatSettings.parse({ appId: 'wx0000000000demo01' });
const secrets = wechatSecrets.parse({ appSecret: 'demo-wechat-secret' });
const published = aPublication();
export const wechatMark = `${published.portalUrl}?v=1`;

const faultOf = {
  reset: 'resetAfterCommit',
  gatewayError: 'httpStatusAfterCommit',
  silence: 'silenceAfterCommit',
} as const;

const start = async (
  mode: WechatSettings['mode'],
): Promise<ChannelWorld<typeof settings, typeof secrets> & { sandbox: Sandbox }> => {
  const { sandbox, clock, log, ports, stop } = await sandboxedWorld();
  const here = { ...settings, mode, apiUrl: sandbox.wechatUrl };
  let isTokenOld = false;
  const renew = async (): Promise<string> => {
    const outcome = await channel.authorise({ settings: here, secrets, ports });
    if (outcome.kind !== 'authorised') throw new Error(outcome.message);
    return outcome.authorisation.token;
  };
  const first = async (): Promise<string> => {
    const token = await renew();
    // Longer than a token lives: the platform answers 42001.
    if (isTokenOld) clock.travel(7_300_000);
    return token;
  };
  return {
    sandbox,
    settings: here,
    secrets,
    clock,
    log,
    ports,
    tokens: () => tokensFrom(first, renew),
    unreachable: { ...here, apiUrl: 'http://127.0.0.1:9' },
    wrongSecrets: { appSecret: 'not-the-secret' },
    loseAnswer: (loss: Loss) => {
      const call = mode === 'mass' ? 'message/mass/sendall' : 'freepublish/submit';
      sandbox.faults.add({ channel: 'wechat', call, kind: faultOf[loss] });
    },
    refuseToken: (times) => {
      isTokenOld = true;
      if (times === 'always')
        sandbox.faults.add({
          channel: 'wechat',
          call: 'media/uploadimg',
          kind: 'error',
          code: 40001,
          times: 'always',
        });
    },
    copies: async () =>
      sandbox.posted
        .wechatArticles()
        .filter(
          ({ items, deletedItems }) =>
            items[0]?.content_source_url === wechatMark && deletedItems.length === 0,
        ).length,
    accepted: async () => sandbox.posted.wechatArticles().length,
    stop,
  };
};

/** Filled with plain paragraphs until the article is exactly so long. */
const withHtmlOf = (limit: Limit, size: number): Publication | null => {
  const unit =
    limit.unit === 'bytes' ? (text: string) => Buffer.byteLength(text) : (text: string) => [...text].length;
  const measured = (count: number): number =>
    unit(
      channel.preview(aPublication({ blocks: blocksFromText('a'.repeat(count)) }), settings).parts['html'] ??
        '',
    );
  const count = 10 + size - measured(10);
  // The limit of 20,000 characters is always met before that of 1 MB of ASCII.
  if (limit.unit === 'bytes') return null;
  return aPublication({ blocks: blocksFromText('a'.repeat(count)) });
};

const sized = (limit: Limit, size: number): Publication | null => {
  switch (limit.field) {
    case 'title':
      return aPublication({ title: '桥'.repeat(size) });
    case 'author':
      return aPublication({ organ: '局'.repeat(size) });
    case 'digest':
      return aPublication({ summary: '通'.repeat(size) });
    case 'image':
      return aPublication({ images: [pictureOf(new Uint8Array(size))] });
    case 'contentSourceUrl':
      return aPublication({
        portalUrl: `http://127.0.0.1:8080/${'r'.repeat(size - 'http://127.0.0.1:8080/?v=1'.length)}`,
      });
    default:
      return withHtmlOf(limit, size);
  }
};

export const wechatHarness = (
  mode: WechatSettings['mode'],
): ChannelHarness<typeof settings, typeof secrets> & { start: () => ReturnType<typeof start> } => ({
  channel,
  publication: published,
  settings: { ...settings, mode },
  sized,
  steps: ['pictures', 'pictures', 'draftAdding', 'draftAdded', 'submitting', 'submitted'],
  start: () => start(mode),
});
