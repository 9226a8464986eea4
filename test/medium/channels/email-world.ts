import { EmailChannel, emailSecrets, emailSettings } from '@koujing/channels/email';
import type { Limit, Publication } from '@koujing/channel';
import { blocksFromText } from '@koujing/block';
import type { ChannelHarness, ChannelWorld } from '../../../libs/channel/channel-harness.js';
import type { Sandbox } from '../../../apps/sandbox/sandbox.js';
import { aPublication, fixedTokens, sandboxedWorld } from './channel-worlds.js';

const channel = new EmailChannel();
const settings = emailSettings.parse({
  from: 'news@binjiang.gov.example',
  replyTo: 'office@binjiang.gov.example',
  attach: ['pdf'],
});
const secrets = emailSecrets.parse({});
const recipient = 'desk@evening-post.example';

const start = async (): Promise<ChannelWorld<typeof settings, typeof secrets> & { sandbox: Sandbox }> => {
  const { sandbox, clock, log, ports, stop } = await sandboxedWorld();
  const received = async (): Promise<number> =>
    sandbox.posted.mails().filter(({ recipients }) => recipients.includes(recipient)).length;
  return {
    sandbox,
    settings: { ...settings, host: sandbox.smtp.host, port: sandbox.smtp.port },
    secrets,
    clock,
    log,
    ports,
    recipient,
    tokens: () => fixedTokens(''),
    unreachable: { ...settings, host: '127.0.0.1', port: 9 },
    loseAnswer: () => {
      sandbox.faults.add({ channel: 'smtp', call: 'dot', kind: 'resetAfterCommit' });
    },
    copies: received,
    accepted: received,
    stop,
  };
};

const sized = (limit: Limit, size: number): Publication | null => {
  if (limit.field === 'attachments') return withDocument(size);
  if (limit.field === 'subject') return aPublication({ title: '桥'.repeat(size) });
  const measured = (count: number): number =>
    Buffer.byteLength(
      channel.preview(aPublication({ blocks: blocksFromText('a'.repeat(count)) }), settings).parts['html'] ??
        '',
    );
  return aPublication({ blocks: blocksFromText('a'.repeat(10 + size - measured(10))) });
};

const withDocument = (size: number): Publication =>
  aPublication({
    documents: [
      {
        ...{ kind: 'pdf', name: '发布稿.pdf', asciiName: 'release.pdf', mimeType: 'application/pdf' },
        sha256: 'a'.repeat(64),
        bytes: new Uint8Array(size),
      },
    ],
  });

export const emailHarness: ChannelHarness<typeof settings, typeof secrets> & { start: typeof start } = {
  channel,
  publication: aPublication(),
  settings,
  sized,
  steps: ['handing'],
  lacks: ['token', 'signIn'],
  start,
};
