import { describe, expect, test } from '@jest/globals';
import { blocksFromText } from '@koujing/block';
import {
  anAttempt,
  type Attempt,
  type Publication,
  FakeMail,
  FakeHttp,
  MemoryFiles,
  MemoryLog,
  type MailMessage,
  type MailResult,
} from '@koujing/channel';
import { TravellingClock } from '@koujing/kernel';
import { EmailChannel } from './email-channel.js';
import { deliveryOfReturnPath, isUnsubscribeToken, returnPath, unsubscribeToken } from './mail-token.js';
import { emailSecrets, emailSettings } from './email-settings.js';

const channel = new EmailChannel();
const settings = emailSettings.parse({
  from: 'news@binjiang.gov.example',
  replyTo: 'office@binjiang.gov.example',
});
const publication = {
  releaseId: '018f0000-0000-7000-8000-00000000a002',
  version: 2,
  title: '关于滨江大道临时交通管制的通告',
  blocks: blocksFromText('因管网抢修，滨江大道（江一路至江三路段）临时封闭。\n请绕行江北路。'),
  summary: '滨江大道临时封闭。',
  organ: '滨江市公安局交通警察支队',
  jointOrgans: ['滨江市水务局'],
  column: '通知公告',
  documentNumber: '滨公交通〔2026〕18号',
  keywords: ['交通管制'],
  portalUrl: 'https://www.binjiang.gov.example/r/018f0000-0000-7000-8000-00000000a002.html',
  images: [],
};

const sendTo = async (
  recipient: string,
  change: {
    settings?: Partial<typeof settings>;
    version?: number;
    title?: string;
    result?: MailResult;
    publication?: Publication;
    images?: Attempt['images'];
  } = {},
) => {
  const mail = new FakeMail(() => change.result ?? { kind: 'accepted', reply: '250 ok' });
  const clock = new TravellingClock('2026-11-30T22:00:00Z');
  const http = new FakeHttp(() => ({ json: {} }));
  const ports = { http, mail, files: new MemoryFiles(), clock, log: new MemoryLog() };
  const here = { ...settings, ...change.settings };
  const version = change.version ?? publication.version;
  const secrets = emailSecrets.parse({ unsubscribeKey: 'k' });
  const { releaseId, portalUrl } = publication;
  const attempt = anAttempt({
    settings: here,
    secrets,
    portalUrl,
    ports,
    recipient,
    releaseId,
    version,
    images: change.images ?? [],
  });
  const rendition = channel.preview(
    { ...(change.publication ?? publication), version, title: change.title ?? publication.title },
    here,
  );
  const outcome = await channel.send(rendition, attempt);
  return { message: mail.messages[0] as MailMessage, outcome, attempt };
};

test('a notice becomes this mail', () => {
  const { parts, ...rest } = channel.preview(publication, settings);
  // The bodies have their golden files beside their template.
  expect({
    ...rest,
    parts: { ...parts, html: parts['html']?.length !== 0, text: parts['text']?.length !== 0 },
  }).toMatchSnapshot();
});

describe('the Message-ID', () => {
  test('is the same on every try, and another for another recipient or version', async () => {
    const first = (await sendTo('a@x.example')).message.messageId;
    const again = (await sendTo('a@x.example')).message.messageId;
    const other = (await sendTo('b@x.example')).message.messageId;
    const newer = (await sendTo('a@x.example', { version: 3 })).message.messageId;
    expect(again).toBe(first);
    expect(new Set([first, other, newer]).size).toBe(3);
    expect(first).toMatch(/^<[0-9a-f]{64}@binjiang\.gov\.example>$/u);
  });
});

test('the mail says when the release was made, in Beijing time', async () => {
  const { message } = await sendTo('a@x.example');
  expect(message.text).toContain('发布时间：2026-12-01 06:00');
  expect(message.date.toISOString()).toBe('2026-11-30T22:00:00.000Z');
});

test('machine mail says that it is, and answers go to a person', async () => {
  const { message } = await sendTo('a@x.example');
  expect(message.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' });
  expect(message.replyTo).toBe('office@binjiang.gov.example');
});

test('a line break in a title starts no header', async () => {
  const { message } = await sendTo('a@x.example', { title: '通告\r\nBcc: everyone@x.example' });
  expect(message.subject).not.toMatch(/[\r\n]/u);
});

describe('unsubscribing', () => {
  test('goes by reply where no address is set, without the one-click header', async () => {
    const { message } = await sendTo('a@x.example');
    expect(message.listUnsubscribe).toEqual([expect.stringMatching(/^mailto:office@/u)]);
    expect(message.headers['List-Unsubscribe-Post']).toBeUndefined();
  });

  test('is asked of nobody who opens the link with another recipient', () => {
    expect(isUnsubscribeToken(unsubscribeToken('a@x.example', 'k'), 'A@X.example', 'k')).toBe(true);
    expect(isUnsubscribeToken(unsubscribeToken('a@x.example', 'k'), 'b@x.example', 'k')).toBe(false);
    expect(isUnsubscribeToken(unsubscribeToken('a@x.example', ''), 'a@x.example', '')).toBe(false);
  });

  test('by https carries a token of this recipient alone', async () => {
    const { message } = await sendTo('a@x.example', {
      settings: { unsubscribeUrl: 'https://www.binjiang.gov.example/unsubscribe' },
    });
    const address = new URL(message.listUnsubscribe?.[0] ?? '');
    expect(address.searchParams.get('token')).toBe(unsubscribeToken('a@x.example', 'k'));
    expect(address.searchParams.get('token')).not.toBe(unsubscribeToken('b@x.example', 'k'));
    expect(message.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(message.html).toContain(address.href.replaceAll('&', '&amp;'));
  });
});

describe('the return address', () => {
  const bounce = 'bounce@r.binjiang.gov.example';
  const id = '018f0000-0000-7000-8000-00000000d001';

  test('names the delivery, fits into a local part, and is known again however it is spelt', () => {
    const path = returnPath(bounce, id, 'k');
    expect(path.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(deliveryOfReturnPath(path.toUpperCase(), bounce, 'k')).toBe(id);
  });

  test('cannot be made up: another key, another delivery or another domain is nobody', () => {
    const path = returnPath(bounce, id, 'k');
    expect(deliveryOfReturnPath(path, bounce, 'other')).toBeNull();
    expect(deliveryOfReturnPath(path.replace('d001', 'd002'), bounce, 'k')).toBeNull();
    expect(deliveryOfReturnPath(path.replace('r.binjiang', 'r.other'), bounce, 'k')).toBeNull();
    expect(deliveryOfReturnPath(bounce, bounce, 'k')).toBeNull();
  });

  test('is the envelope’s sender where one is set, and the sender address otherwise', async () => {
    const set = await sendTo('a@x.example', { settings: { bounceAddress: bounce } });
    expect(set.message.envelope?.from).toMatch(/^bounce\+.+\.[0-9a-f]{12}@r\.binjiang\.gov\.example$/u);
    expect((await sendTo('a@x.example')).message.envelope?.from).toBe(settings.from);
  });
});

describe('an embargoed copy', () => {
  const embargoed = { ...publication, embargoUntil: '2026-12-01T10:00:00.000+08:00' };
  const { parts } = channel.preview(embargoed, settings);

  test('says so in the subject and in the first line', () => {
    expect(parts['subject']).toBe(`【禁发至 2026-12-01 10:00】${publication.title}`);
    expect(parts['text']?.split('\n')[0]).toContain('【禁发至 2026-12-01 10:00】');
  });

  test('and in a header for the newsroom’s own system', async () => {
    const { message } = await sendTo('a@x.example', { publication: embargoed });
    expect(message.headers['X-Embargo-Until']).toBe('2026-12-01T10:00:00.000+08:00');
    expect((await sendTo('a@x.example')).message.headers['X-Embargo-Until']).toBeUndefined();
  });
});

describe('documents', () => {
  const documents = [
    {
      ...({
        kind: 'pdf',
        name: '通告.pdf',
        asciiName: 'release-1-v2.pdf',
        mimeType: 'application/pdf',
      } as const),
      sha256: 'd'.repeat(64),
      bytes: new Uint8Array([1, 2, 3]),
    },
  ];
  const withDocuments = { ...publication, documents };
  const attaching = { ...settings, attach: ['pdf' as const] };

  test('stand in the mail with their digest, and in the rendition that is approved', () => {
    const rendition = channel.preview(withDocuments, attaching);
    expect(rendition.assets).toEqual(['d'.repeat(64)]);
    expect(rendition.parts['text']).toContain(`SHA-256：${'d'.repeat(64)}`);
    expect(channel.preview(withDocuments, settings).assets).toEqual([]);
  });

  test('go along under both names; without its bytes the mail does not go', async () => {
    const images = [
      { sha256: 'd'.repeat(64), mimeType: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) },
    ];
    const sent = await sendTo('a@x.example', { publication: withDocuments, settings: attaching, images });
    expect(sent.message.attachments).toMatchObject([
      { filename: '通告.pdf', asciiName: 'release-1-v2.pdf', mimeType: 'application/pdf' },
    ]);
    await expect(sendTo('a@x.example', { publication: withDocuments, settings: attaching })).rejects.toThrow(
      'not at hand',
    );
  });
});

describe('what the server answers', () => {
  const refused = (code: number): MailResult => ({
    kind: 'refused',
    code,
    message: 'x',
    permanent: code >= 500,
  });

  for (const [code, outcome] of [
    [451, { kind: 'deferred', reason: 'transient' }],
    [550, { kind: 'rejected', fix: 'content', field: 'recipient' }],
    [552, { kind: 'rejected', fix: 'content' }],
    [530, { kind: 'rejected', fix: 'credential' }],
    [502, { kind: 'rejected', fix: 'operator' }],
  ] as const)
    test(`${code} means ${outcome.kind}`, async () => {
      expect((await sendTo('a@x.example', { result: refused(code) })).outcome).toMatchObject(outcome);
    });

  test('a refused sign-in stops the account', async () => {
    const result: MailResult = { kind: 'failed', message: 'EAUTH', dataWritten: false, credential: true };
    expect((await sendTo('a@x.example', { result })).outcome).toMatchObject({
      kind: 'rejected',
      fix: 'credential',
    });
  });

  test('only a try that surely wrote nothing leaves the step that proves it', async () => {
    const sure = await sendTo('a@x.example', {
      result: { kind: 'failed', message: 'x', dataWritten: false },
    });
    const unsure = await sendTo('a@x.example', {
      result: { kind: 'failed', message: 'x', dataWritten: true },
    });
    expect(sure.attempt.checkpoints.map(({ step }) => step)).toEqual(['handing', 'notBegun']);
    expect(unsure.attempt.checkpoints.map(({ step }) => step)).toEqual(['handing']);
    expect(unsure.outcome.kind).toBe('unknown');
  });
});
