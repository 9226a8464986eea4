import { WeiboChannel, weiboSecrets, weiboSettings } from '@koujing/channels/weibo';
import type { Publication } from '@koujing/channel';
import type { ChannelHarness, ChannelWorld, Loss } from '../../../libs/channel/channel-harness.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { aPublication, fixedTokens, pictureOf, sandboxedWorld } from './channel-worlds.js';

const settings = weiboSettings.parse({ clientId: '1000000001', rip: '211.156.0.1' });
const secrets = weiboSecrets.parse({ clientSecret: 'demo-weibo-secret', accessToken: 'demo-weibo-token' });
const published = aPublication();

const faultOf = {
  reset: 'resetAfterCommit',
  gatewayError: 'httpStatusAfterCommit',
  silence: 'silenceAfterCommit',
} as const;

/** So many characters with the link: the link counts 20, the space before it ½. */
const ownText = (size: number): string => '通'.repeat(size - 21) + 'a';

const start = async (): Promise<ChannelWorld<typeof settings, typeof secrets> & { sandbox: Sandbox }> => {
  const { sandbox, clock, log, ports, stop } = await sandboxedWorld();
  let tokens = ['demo-weibo-token'];
  const here = { ...settings, apiUrl: sandbox.weiboUrl };
  return {
    sandbox,
    settings: here,
    secrets,
    clock,
    log,
    ports,
    tokens: () => fixedTokens(...tokens),
    unreachable: { ...settings, apiUrl: 'http://127.0.0.1:9' },
    wrongSecrets: { ...secrets, accessToken: 'not-a-token' },
    loseAnswer: (loss: Loss) => {
      sandbox.faults.add({ channel: 'weibo', call: 'statuses/share', kind: faultOf[loss] });
    },
    refuseToken: (times) => {
      tokens =
        times === 'once'
          ? ['an-ended-token', 'demo-weibo-token']
          : ['an-ended-token', 'another-one', 'a-third'];
    },
    copies: async () => standing(sandbox, published).length,
    accepted: async () => sandbox.posted.weibo().length,
    stop,
  };
};

const standing = (sandbox: Sandbox, { portalUrl }: Publication) =>
  sandbox.posted
    .weibo()
    .filter(({ text, destroyedAt }) => text.includes(portalUrl) && destroyedAt === undefined);

export const weiboHarness: ChannelHarness<typeof settings, typeof secrets> & { start: typeof start } = {
  channel: new WeiboChannel(),
  publication: published,
  settings,
  sized: (limit, size) =>
    limit.field === 'status'
      ? aPublication({ override: ownText(size) })
      : aPublication({ images: [pictureOf(new Uint8Array(size))] }),
  steps: [],
  start,
};
