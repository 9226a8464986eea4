import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newTraceId, traceOf, withinTrace } from '@koujing/kernel';
import { HttpFailure, type HttpRequest } from '../ports.js';
import { AxiosHttp } from './http-axios.js';
import { publicLookup } from './public-lookup.js';

interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly client: number;
}

const seen: Seen[] = [];
const http = new AxiosHttp();
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = Buffer.concat(chunks).toString('utf8');
      seen.push({ path, headers: request.headers, body, client: request.socket.remotePort ?? 0 });
      if (path.startsWith('/cut')) return void request.socket.destroy();
      if (path === '/silent') return;
      if (path === '/slow') return void setTimeout(() => reply.end('{}'), 4_600);
      if (path === '/moved') return void reply.writeHead(307, { Location: `${base}/elsewhere` }).end();
      if (path === '/broken') return void reply.writeHead(502).end('<html>');
      reply.setHeader('X-Said', 'yes').end(JSON.stringify({ text: '好' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  http.close();
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, change: Partial<HttpRequest> = {}) =>
  http.request({ method: 'POST', url: `${base}${path}`, timeoutMs: 2_000, ...change });

const failureOf = async (work: Promise<unknown>): Promise<HttpFailure> => {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof HttpFailure)) throw new Error('No HttpFailure was thrown.');
  return failure;
};

test('a call names the click that it goes back to, and none where there is none', async () => {
  const trace = newTraceId();
  await withinTrace(trace, () => ask('/ok'));
  await ask('/ok');
  const [within, without] = seen.splice(-2);
  expect(traceOf(within?.headers['traceparent'])).toBe(trace);
  expect(without?.headers['traceparent']).toBeUndefined();
});

test('the answer comes as bytes with lower-case header names', async () => {
  const reply = await ask('/ok');
  expect(reply.headers['x-said']).toBe('yes');
  expect(Buffer.from(reply.body).toString('utf8')).toBe('{"text":"好"}');
});

test('a text goes out as UTF-8, unescaped, with a length', async () => {
  await ask('/text', {
    body: JSON.stringify({ title: '滨江大道' }),
    headers: { 'Content-Type': 'application/json' },
  });
  const last = seen.at(-1);
  expect(last?.body).toBe('{"title":"滨江大道"}');
  expect(last?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '24' });
});

test('a form goes out whole, with a length and not in chunks', async () => {
  const form = new FormData();
  form.set('media', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' }), 'picture.png');
  await ask('/form', { body: form });
  const last = seen.at(-1);
  expect(last?.headers['transfer-encoding']).toBeUndefined();
  expect(Number(last?.headers['content-length'])).toBeGreaterThan(3);
  expect(last?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/u);
  expect(last?.body).toContain('filename="picture.png"');
});

test('connections are kept and used again', async () => {
  await ask('/first');
  await ask('/second');
  expect(seen.at(-1)?.client).toBe(seen.at(-2)?.client);
});

test('an unused connection is given up after four seconds, a slow answer is not', async () => {
  expect((await ask('/slow', { timeoutMs: 10_000 })).status).toBe(200);
  const before = seen.at(-1)?.client;
  await new Promise((resolve) => setTimeout(resolve, 4_300));
  await ask('/after', { timeoutMs: 10_000 });
  expect(seen.at(-1)?.client).not.toBe(before);
});

test('an error status is an answer and not a failure', async () => {
  expect((await ask('/broken')).status).toBe(502);
});

test('a redirect is not followed', async () => {
  expect((await ask('/moved')).status).toBe(307);
  expect(seen.map(({ path }) => path)).not.toContain('/elsewhere');
});

test('a refused connection has sent nothing', async () => {
  expect((await failureOf(ask('', { url: 'http://127.0.0.1:9/' }))).sent).toBe('no');
});

test('a name that does not exist has sent nothing', async () => {
  expect((await failureOf(ask('', { url: 'http://nowhere.invalid/', timeoutMs: 5_000 }))).sent).toBe('no');
});

test('a connection cut after the request may have sent it', async () => {
  expect((await failureOf(ask('/cut'))).sent).toBe('maybe');
});

test('silence may have sent it, and ends at the time set', async () => {
  expect((await failureOf(ask('/silent'))).sent).toBe('maybe');
});

test('a failure names the host and never the query, which may hold a token', async () => {
  const failure = await failureOf(ask('/cut?access_token=secret'));
  expect(failure.message).toContain('127.0.0.1');
  expect(failure.message).not.toContain('secret');
});

test('a request that may reach only public addresses never reaches this machine', async () => {
  for (const url of [base, base.replace('127.0.0.1', 'localhost'), base.replace('127.0.0.1', '[::1]')])
    await expect(
      http.request({ method: 'GET', url: `${url}/json`, timeoutMs: 5_000, reach: 'public' }),
    ).rejects.toMatchObject({ sent: 'no', privateAddress: true });
});

test('a name is judged by the address that it resolves to', async () => {
  const asked = new Promise<unknown>((resolve) => publicLookup('localhost', {}, (error) => resolve(error)));
  expect(await asked).toMatchObject({ code: 'EPRIVATEADDRESS' });
});
