import { WebhookChannel, webhookSecrets, webhookSettings } from '@koujing/channels/webhook';
import type { Publication } from '@koujing/channel';
import type { ChannelHarness, ChannelWorld, Loss } from '../../../libs/channel/channel-harness.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { aPublication, fixedTokens, sandboxedWorld } from './channel-worlds.js';

const at = (base: string) =>
  webhookSettings.parse({
    url: `${base}/events`,
    statusUrl: `${base}/releases/{id}`,
    privateHosts: ['127.0.0.1'],
  });
const secrets = webhookSecrets.parse({ secret: 'demo-webhook-secret-of-32-letters' });
const settings = at('http://127.0.0.1:9/app');
const published = aPublication();

const faultOf = {
  reset: { kind: 'resetAfterCommit' },
  gatewayError: { kind: 'httpStatusAfterCommit', status: 502 },
  silence: { kind: 'silenceAfterCommit' },
} as const;

type Settings = typeof settings;
type Secrets = typeof secrets;

const start = async (): Promise<ChannelWorld<Settings, Secrets> & { sandbox: Sandbox }> => {
  const { sandbox, clock, log, ports, stop } = await sandboxedWorld();
  return {
    sandbox,
    settings: at(sandbox.appUrl),
    secrets,
    clock,
    log,
    ports,
    tokens: () => fixedTokens(''),
    unreachable: at('http://127.0.0.1:9/app'),
    wrongSecrets: webhookSecrets.parse({ secret: 'another-secret-of-at-least-32-letters' }),
    loseAnswer: (loss: Loss) => {
      sandbox.faults.add({ channel: 'webhook', call: 'events', ...faultOf[loss] });
    },
    copies: async () => shown(sandbox, published).length,
    accepted: async () =>
      sandbox.posted
        .acceptances()
        .filter(({ call }) => call === 'release.published')
        .reduce((sum, { times }) => sum + times, 0),
    stop,
  };
};

const shown = (sandbox: Sandbox, { releaseId }: Publication) =>
  sandbox.posted.appReleases().filter((each) => each.releaseId === releaseId && each.state !== 'withdrawn');

const bytesOf = (letters: number): number =>
  Buffer.byteLength(
    new WebhookChannel().preview(aPublication({ override: 'a'.repeat(letters) })).parts['body'] ?? '',
  );
/** The text and its one paragraph both hold a letter: what one adds is measured, not assumed. */
const step = bytesOf(2) - bytesOf(1);
const frame = bytesOf(1) - step;

export const webhookHarness: ChannelHarness<Settings, Secrets> & { start: typeof start } = {
  channel: new WebhookChannel(),
  publication: published,
  settings,
  sized: (_limit, size) => {
    const letters = Math.floor((size - frame) / step);
    const rest = size - frame - letters * step;
    return aPublication({ override: 'a'.repeat(letters), summary: published.summary + 'b'.repeat(rest) });
  },
  steps: [],
  lacks: ['token', 'recent'],
  start,
};
