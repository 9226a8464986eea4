import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createDecipheriv } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultKind } from '../fault.js';
import { eventually, Probe } from '../probe.js';
import { startSandbox, type Sandbox } from '../sandbox.js';
import { signatureOf } from './wechat-cipher.js';

const token = 'callback-token';
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
let receiver: Server;
let received: { query: URLSearchParams; body: string }[];
let sandbox: Sandbox;

const start = async (more: { encodingAesKey?: string } = {}): Promise<void> => {
  const { port } = receiver.address() as AddressInfo;
  const callback = { url: `http://127.0.0.1:${port}/callback`, token, ...more };
  sandbox = await startSandbox({ accounts: { wechat: { callback } } });
};

beforeEach(async () => {
  received = [];
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const query = new URL(request.url ?? '', 'http://receiver').searchParams;
      received.push({ query, body: Buffer.concat(chunks).toString() });
      response.end('success');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await sandbox.close();
  await new Promise((resolve) => receiver.close(resolve));
});

const publish = async (): Promise<void> => {
  const probe = new Probe(sandbox);
  const { media_id } = await probe.draft();
  await probe.wechat('freepublish/submit', { media_id });
  await eventually(() => sandbox.posted.wechatArticles().length === 1);
};

test('a finished job is announced with a signature', async () => {
  await start();
  await publish();
  await eventually(() => received.length === 1);
  const { query, body } = received[0] ?? { query: new URLSearchParams(), body: '' };
  const [timestamp = '', nonce = ''] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
  expect(query.get('signature')).toBe(signatureOf(token, timestamp, nonce));
  expect(body).toContain('<Event><![CDATA[PUBLISHJOBFINISH]]></Event>');
  expect(body).toContain(
    `<article_url><![CDATA[${sandbox.posted.wechatArticles()[0]?.urls[0]}]]></article_url>`,
  );
});

test('with a key the message is sealed, padded to 32 bytes and names the appid', async () => {
  await start({ encodingAesKey });
  await publish();
  await eventually(() => received.length === 1);
  const { query, body } = received[0] ?? { query: new URLSearchParams(), body: '' };
  const sealed = /<Encrypt><!\[CDATA\[(.+?)\]\]><\/Encrypt>/.exec(body)?.[1] ?? '';
  const parts = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
  expect(query.get('msg_signature')).toBe(signatureOf(token, ...parts, sealed));
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  const text = plain.subarray(0, plain.length - (plain.at(-1) ?? 0));
  const length = text.readUInt32BE(16);
  expect([plain.length % 32, text.subarray(20 + length).toString()]).toEqual([0, 'wx0000000000demo01']);
  expect(text.subarray(20, 20 + length).toString()).toContain('PUBLISHJOBFINISH');
});

test.each<[FaultKind, number, string]>([
  ['eventDoubled', 2, 'PUBLISHJOBFINISH'],
  ['eventAsMassSend', 1, 'MASSSENDJOBFINISH'],
])('%s: the event comes %i times as %s', async (kind, times, event) => {
  await start();
  sandbox.faults.add({ channel: 'wechat', call: 'callback', kind });
  await publish();
  await eventually(() => received.length === times);
  expect(received.every(({ body }) => body.includes(event))).toBe(true);
});

test('a lost event leaves only the poll', async () => {
  await start();
  sandbox.faults.add({ channel: 'wechat', call: 'callback', kind: 'eventLost' });
  await publish();
  await eventually(() => sandbox.posted.calls().some(({ answer }) => answer.includes('eventLost')));
  expect(received).toEqual([]);
});
