import { afterEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type { Trouble } from '@koujing/database';
import { DiskWatch, type Probe } from './disk-watch.js';
import { openDoor } from './door.js';

let server: FastifyInstance;
afterEach(() => server.close());

/** `/api/slow` answers when it is let go. */
const house = (disk: () => Trouble | null, mostAtOnce = 2) => {
  const waiting: (() => void)[] = [];
  server = fastify();
  openDoor(server, { disk, mostAtOnce });
  server.get('/api/slow', () => new Promise((resolve) => waiting.push(() => resolve('ok'))));
  for (const path of ['/api/quick', '/api/health', '/api/session', '/api/stream', '/assets/a.js'])
    server.all(path, async () => 'ok');
  return waiting;
};
const ask = async (url: string, method: 'GET' | 'POST' = 'GET') => {
  const { statusCode, headers, body } = await server.inject({ method, url });
  return { status: statusCode, retryAfter: headers['retry-after'], body };
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('beyond the bound a request is sent away with when to come back, watchers and who signs in are not, and room is found again', async () => {
  const waiting = house(() => null);
  const held = [ask('/api/slow'), ask('/api/slow')];
  while (waiting.length < 2) await turn();
  const refused = await ask('/api/quick');
  expect(refused).toMatchObject({ status: 503, retryAfter: '5' });
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'unavailable', reasons: [{ code: 'tooBusy' }] });
  for (const path of ['/api/health', '/api/stream', '/assets/a.js'])
    expect((await ask(path)).status).toBe(200);
  expect((await ask('/api/session', 'POST')).status).toBe(200);
  for (const go of waiting.splice(0)) go();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  for (let n = 0; n < 5; n += 1) expect((await ask('/api/quick')).status).toBe(200);
});

test('what could not be kept is not begun, and reading goes on', async () => {
  let disk: Trouble | null = 'full';
  house(() => disk);
  const refused = await ask('/api/quick', 'POST');
  expect([refused.status, JSON.parse(refused.body).reasons[0].code]).toEqual([503, 'diskFull']);
  expect((await ask('/api/quick')).status).toBe(200);
  disk = null;
  expect((await ask('/api/quick', 'POST')).status).toBe(200);
});

test.each([
  ['ENOSPC', 'full'],
  ['EROFS', 'readOnly'],
  ['EIO', 'broken'],
  ['ENOENT', null],
])('a disk that answers %s is found, and found mended', async (code, trouble) => {
  house(() => null);
  let probe: Probe = () => Promise.reject(Object.assign(new Error(code), { code }));
  const watch = new DiskWatch(['/a', '/b'], { probe: (folder) => probe(folder) });
  await watch.look();
  expect(watch.trouble).toBe(trouble);
  probe = async (folder) => (folder === '/b' ? 1_000 : 1e12);
  await watch.look();
  expect(watch.trouble).toBe('full');
  probe = async () => 1e12;
  await watch.look();
  expect(watch.trouble).toBeNull();
});

test('a look leaves nothing in the folder, and clears away what a process that was killed while it looked left there', async () => {
  house(() => null);
  const folder = mkdtempSync(join(tmpdir(), 'koujing-probe-'));
  writeFileSync(join(folder, '.koujing-probe'), '.');
  const looks = [new DiskWatch([folder]), new DiskWatch([folder])].map((watch) => watch.look());
  await Promise.all(looks);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
