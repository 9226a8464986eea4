import { afterEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { AddressInfo } from 'node:net';
import type { MailMessage } from '../ports.js';
import { NodemailerMail } from './mail-nodemailer.js';

/** Where in the conversation the raw server closes the connection, falls silent or refuses. */
type Stage = 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'dot';
type Turn = { readonly stage: Stage; readonly does: 'close' | 'silence' | string };

const servers: Server[] = [];
const mails: NodemailerMail[] = [];

afterEach(() => {
  for (const mail of mails.splice(0)) mail.close();
  for (const server of servers.splice(0)) server.close();
});

/** A raw SMTP server that does as told at one stage. Nothing of nodemailer is in it. */
const rawServer = async (turn: Turn | null): Promise<{ port: number; received: string[] }> => {
  const received: string[] = [];
  const server = createServer((socket) => converse(socket, turn, received));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, received };
};

const converse = (socket: Socket, turn: Turn | null, received: string[]): void => {
  socket.on('error', () => undefined);
  const say = (stage: Stage, reply: string): void => {
    if (turn?.stage !== stage) socket.write(`${reply}\r\n`);
    else if (turn.does === 'close') socket.destroy();
    else if (turn.does !== 'silence') socket.write(`${turn.does}\r\n`);
  };
  let body: string | null = null;
  say('greeting', '220 raw ESMTP');
  socket.on('data', (bytes) => {
    const text = bytes.toString('utf8');
    if (body !== null) {
      body += text;
      if (turn?.stage === 'body') return void socket.destroy();
      if (!body.endsWith('\r\n.\r\n')) return;
      received.push(body);
      body = null;
      return say('dot', '250 2.0.0 queued as 42');
    }
    const verb = text.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') socket.write('250 raw\r\n');
    else if (verb === 'MAIL') say('MAIL', '250 ok');
    else if (verb === 'RCPT') say('RCPT', '250 ok');
    else if (verb === 'DATA') {
      body = '';
      say('DATA', '354 go on');
    } else if (verb === 'RSET') socket.write('250 ok\r\n');
    else socket.end('221 bye\r\n');
  });
};

const message: MailMessage = {
  from: '"滨江市政府新闻办" <news@bj.gov.example>',
  to: 'desk@evening.example',
  replyTo: 'office@bj.gov.example',
  subject: '滨江大道临时封闭',
  html: `<p>${'请绕行江北路。'.repeat(40)}</p>`,
  text: '请绕行江北路。'.repeat(40),
  messageId: '<abc@bj.gov.example>',
  date: new Date('2026-11-30T02:00:00Z'),
  headers: { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' },
  listUnsubscribe: ['https://www.bj.gov.example/unsubscribe?t=1', 'mailto:office@bj.gov.example'],
  attachments: [],
};

const sendTo = async (port: number, change: Partial<MailMessage> = {}) => {
  const mail = new NodemailerMail();
  mails.push(mail);
  return mail.send({ ...message, ...change }, { host: '127.0.0.1', port, secure: false, timeoutMs: 1_500 });
};

/** This pins what nodemailer 10.6 logs: after an upgrade these cases tell whether the log can still be trusted. */
describe('a connection that dies', () => {
  for (const stage of ['greeting', 'MAIL', 'RCPT', 'DATA'] as const)
    for (const does of ['close', 'silence'])
      test(`by ${does} at ${stage} has not written the message`, async () => {
        const { port, received } = await rawServer({ stage, does });
        expect(await sendTo(port)).toMatchObject({ kind: 'failed', dataWritten: false });
        expect(received).toEqual([]);
      });

  for (const does of ['close', 'silence'])
    test(`by ${does} after the final dot has written it: nobody knows whether it was taken`, async () => {
      const { port, received } = await rawServer({ stage: 'dot', does });
      expect(await sendTo(port)).toMatchObject({ kind: 'failed', dataWritten: true });
      expect(received).toHaveLength(1);
    });

  test('in the middle of a long message has not written it', async () => {
    const { port, received } = await rawServer({ stage: 'body', does: 'close' });
    const long = { text: '', html: 'x'.repeat(8_000_000) };
    expect(await sendTo(port, long)).toMatchObject({ kind: 'failed', dataWritten: false });
    expect(received).toEqual([]);
  });
});

describe('an answer', () => {
  test('550 at RCPT is for good, 451 is for later', async () => {
    const hard = await rawServer({ stage: 'RCPT', does: '550 5.1.1 no such user' });
    const soft = await rawServer({ stage: 'RCPT', does: '451 4.7.1 greylisted' });
    expect(await sendTo(hard.port)).toMatchObject({ kind: 'refused', code: 550, permanent: true });
    expect(await sendTo(soft.port)).toMatchObject({ kind: 'refused', code: 451, permanent: false });
  });

  test('451 after the final dot means that it was not taken', async () => {
    const { port } = await rawServer({ stage: 'dot', does: '451 4.3.0 try later' });
    expect(await sendTo(port)).toMatchObject({ kind: 'refused', code: 451, permanent: false });
  });

  test('503 speaks of the session and not of the message', async () => {
    const { port } = await rawServer({ stage: 'MAIL', does: '503 5.5.1 bad sequence' });
    expect(await sendTo(port)).toMatchObject({ kind: 'refused', permanent: false });
  });

  test('250 carries the queue id into the receipt', async () => {
    const { port } = await rawServer(null);
    expect(await sendTo(port)).toEqual({ kind: 'accepted', reply: '250 2.0.0 queued as 42' });
  });
});

test('nothing is listening: nothing was written', async () => {
  expect(await sendTo(9)).toMatchObject({ kind: 'failed', dataWritten: false });
});

test('one header lists both ways to unsubscribe; id and date are those given', async () => {
  const { port, received } = await rawServer(null);
  await sendTo(port);
  const headers =
    (received[0] ?? '')
      .split('\r\n\r\n')[0]
      ?.replaceAll(/\r\n[ \t]+/gu, ' ')
      .split('\r\n') ?? [];
  const lines = (name: string): string[] => headers.filter((line) => line.startsWith(`${name}:`));
  expect(lines('List-Unsubscribe')).toEqual([
    'List-Unsubscribe: <https://www.bj.gov.example/unsubscribe?t=1>, <mailto:office@bj.gov.example>',
  ]);
  expect(lines('Message-ID')).toEqual(['Message-ID: <abc@bj.gov.example>']);
  expect(lines('Date')).toEqual(['Date: Mon, 30 Nov 2026 02:00:00 +0000']);
  expect(lines('Auto-Submitted')).toEqual(['Auto-Submitted: auto-generated']);
});

describe('a document', () => {
  const attachment = {
    filename: '关于“临时停水”的通知（正式）.pdf',
    asciiName: 'release-1-v2.pdf',
    mimeType: 'application/pdf',
    sha256: 'e'.repeat(64),
    bytes: new Uint8Array(2_000).fill(65),
  };

  test('carries an ASCII name for old programs and its Chinese one for all others, and arrives whole', async () => {
    const { port, received } = await rawServer(null);
    await sendTo(port, { attachments: [attachment] });
    const mail = received[0] ?? '';
    expect(mail).toContain('Content-Type: application/pdf; name="release-1-v2.pdf"');
    expect(mail).toContain('filename="release-1-v2.pdf"');
    const parsed = await simpleParser(mail.replace(/\r\n\.\r\n$/u, ''));
    expect(parsed.attachments.map(({ filename, size }) => [filename, size])).toEqual([
      [attachment.filename, 2_000],
    ]);
  });
});

test('what is asked with a connection in hand can still turn back, and then nothing was said to the server', async () => {
  const { port, received } = await rawServer(null);
  const mail = new NodemailerMail();
  mails.push(mail);
  const server = { host: '127.0.0.1', port, secure: false, timeoutMs: 1_500 };
  await expect(
    mail.send(message, server, { begin: () => Promise.reject(new Error('the claim was lost')) }),
  ).rejects.toThrow('the claim was lost');
  expect(received).toEqual([]);
  expect(await mail.send(message, server)).toMatchObject({ kind: 'accepted' });
});

test('an address in Chinese goes out as it is, and a server that takes none says so for good', async () => {
  const knows = await rawServer(null);
  const refuses = await rawServer({ stage: 'RCPT', does: '553 5.6.7 SMTPUTF8 is not supported' });
  expect(await sendTo(knows.port, { to: '新闻@news.example' })).toMatchObject({ kind: 'accepted' });
  expect(await sendTo(refuses.port, { to: '新闻@news.example' })).toMatchObject({
    kind: 'refused',
    code: 553,
    permanent: true,
  });
});

test('DKIM covers the unsubscribe headers and holds for a receiver who checks it', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { port, received } = await rawServer(null);
  const mail = new NodemailerMail();
  mails.push(mail);
  const dkim = { domain: 'bj.gov.example', selector: 's1', privateKey };
  const unsubscribing = { ...message.headers, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  await mail.send(
    { ...message, headers: unsubscribing },
    { host: '127.0.0.1', port, secure: false, timeoutMs: 10_000, dkim },
  );
  const raw = (received[0] ?? '').replace(/\.\r\n$/u, '');
  const resolver = async (name: string, kind: string): Promise<string[][]> => {
    if (kind === 'TXT' && name === 's1._domainkey.bj.gov.example')
      return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]];
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  };
  const { results } = await dkimVerify(raw, { resolver });
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
  const unfolded = raw.replaceAll(/\r\n[ \t]+/gu, '').toLowerCase();
  const signed = /dkim-signature:.*?[;\s]h=([^;]+);/u.exec(unfolded)?.[1] ?? '';
  expect(signed).toContain('list-unsubscribe-post');
  expect(signed).toContain('list-unsubscribe:');
  const forged = raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=No-Click');
  const { results: again } = await dkimVerify(forged, { resolver });
  expect(again.map(({ status }) => status.result)).toEqual(['fail']);
});

test('of ten messages at once over few connections, each knows its own fate', async () => {
  const good = await rawServer(null);
  const bad = await rawServer({ stage: 'dot', does: 'close' });
  const mail = new NodemailerMail(2);
  mails.push(mail);
  const ports = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? good.port : bad.port));
  const results = await Promise.all(
    ports.map((port, index) =>
      mail.send(
        { ...message, messageId: `<${index}@x>` },
        { host: '127.0.0.1', port, secure: false, timeoutMs: 3_000 },
      ),
    ),
  );
  expect(results.map(({ kind }) => kind)).toEqual(
    ports.map((port) => (port === good.port ? 'accepted' : 'failed')),
  );
  expect(good.received).toHaveLength(5);
  expect(bad.received).toHaveLength(5);
});

test('a message far behind in the queue has not begun anything: it is made ready when its turn is near', async () => {
  const { port } = await rawServer(null);
  const mail = new NodemailerMail(2);
  mails.push(mail);
  let ready = 0;
  let mostAhead = 0;
  let begun = 0;
  const server = { host: '127.0.0.1', port, secure: false, timeoutMs: 3_000 };
  const sent = Array.from({ length: 12 }, (_, index) =>
    mail.send({ ...message, messageId: `<${index}@x>` }, server, {
      ready: async () => {
        ready += 1;
        mostAhead = Math.max(mostAhead, ready - begun);
      },
      begin: async () => {
        begun += 1;
      },
    }),
  );
  const results = await Promise.all(sent);
  expect(results.every(({ kind }) => kind === 'accepted')).toBe(true);
  expect([ready, begun]).toEqual([12, 12]);
  expect(mostAhead).toBeLessThanOrEqual(6);
});
