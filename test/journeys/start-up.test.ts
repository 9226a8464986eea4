import { afterAll, afterEach, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPostgres } from '../support/engines.js';
import { firstPasswordOf } from '../support/first-passwords.js';
import { Person } from '../support/person.js';
import { aDraft, deliveries, published, untilAll } from '../support/release-way.js';
import { onFreePorts, start, type Started } from '../support/started.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'koujing-start-'));
const running: Started[] = [];
const started = (environment: Record<string, string>): Started => {
  const process = start(environment, folder);
  running.push(process);
  return process;
};

afterEach(async () => {
  for (const process of running.splice(0)) {
    process.kill('SIGKILL');
    await process.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const health = async (port: string | undefined): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${port}/api/health`)).json();

/** One sentence per mistake in both languages, code 1, and no stack trace. */
const expectRefused = async (process: Started, ...parts: readonly string[]): Promise<void> => {
  expect(await process.ended).toBe(1);
  const said = process.stderr();
  for (const part of parts) expect(said).toContain(part);
  expect(said).not.toMatch(/^\s+at /mu);
  const lines = said.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(lines.length / 2);
};

/** Its page is asked for anew each time; what it names is sent compressed, once for as long as it is called so. */
const expectConsoleSent = async (address: string): Promise<void> => {
  const namedFor = async (headers: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const page = await fetch(`${address}/releases`, { headers });
    expect(page.headers.get('cache-control')).toBe('no-cache');
    // Neither a plug-in nor another base for the addresses (ASVS 3.4.3).
    for (const directive of ["script-src 'self'", "object-src 'none'", "base-uri 'none'"])
      expect(page.headers.get('content-security-policy')?.split(';')).toContain(directive);
    expect(page.headers.get('vary')).toContain('cookie');
    const found = (await page.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu);
    return [...found].map(([, path = '']) => path);
  };
  const forAnybody = await namedFor({});
  expect(forAnybody.length).toBeGreaterThanOrEqual(2);
  // Who has a session is told of the files of the page, which exist.
  const named = await namedFor({ cookie: 'koujing_session=any' });
  expect(named.length).toBeGreaterThan(forAnybody.length);
  expect(named).toEqual(expect.arrayContaining([...forAnybody]));
  for (const path of named) {
    const { byteLength } = await fetch(`${address}${path}`).then((answer) => answer.arrayBuffer());
    // What fits into a packet lies as it is (`apps/console/compressed.ts`).
    for (const encoding of byteLength < 1024 ? ['identity'] : ['br', 'gzip', 'identity']) {
      const { headers } = await fetch(`${address}${path}`, { headers: { 'accept-encoding': encoding } });
      expect(headers.get('content-encoding') ?? 'identity').toBe(encoding);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toMatch(/javascript|css/u);
      expect(headers.get('vary')).toContain('accept-encoding');
    }
  }
};

const cityFile = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const register = [
  'register:',
  `  organs: ${join(root, 'config/demo/organs.yaml')}`,
  `  people: ${join(root, 'config/demo/people.yaml')}`,
  '',
].join('\n');

const demoData = join(folder, 'demo');

test('the demo shows conflicts of all kinds and 28 receipts, keeps its data, and ends cleanly', async () => {
  const environment: Record<string, string> = { ...(await onFreePorts()), KOUJING_DATA: demoData };
  const first = started(environment);
  await first.says('Ctrl+C');
  const said = first.stdout();
  for (const kind of ['信息发布不一致', '多头发布', '重复发布', '交叉发布', '工作缺位'])
    expect(said).toContain(`【${kind}】`);
  expect(said).toContain('28');
  expect(said).toContain(`http://127.0.0.1:${environment['KOUJING_PORT']}`);
  expect(said).toContain('koujing-demo');
  expect(await health(environment['KOUJING_PORT'])).toMatchObject({ status: 'ok', worker: null });
  await expectConsoleSent(`http://127.0.0.1:${environment['KOUJING_PORT']}`);

  const second = started({ ...(await onFreePorts()), KOUJING_DATA: demoData });
  await expectRefused(second, demoData, String(first.pid));
  const third = started({ ...environment, KOUJING_DATA: join(folder, 'other') });
  await expectRefused(third, `端口 ${environment['KOUJING_PORT']}`, 'is taken');
  expect(existsSync(join(folder, 'other'))).toBe(false);

  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.stderr()).toBe('');
  expect(existsSync(join(demoData, 'koujing.lock'))).toBe(false);

  const again = started(environment);
  await again.says('Ctrl+C');
  expect(again.stdout()).not.toContain('核对口径');
  again.kill('SIGINT');
  expect(await again.ended).toBe(0);
  expect(again.stderr()).toBe('');
});

test('a configured system refuses the data of a demo and lets go of them', async () => {
  const file = cityFile('demo-data.yaml', register);
  const process = started({ ...(await onFreePorts()), KOUJING_CONFIG: file, KOUJING_DATA: demoData });
  await expectRefused(process, '演示数据库', 'demo database');
  expect(existsSync(join(demoData, 'koujing.lock'))).toBe(false);
});

test('a directory that cannot be made, and every mistake of a configuration, is told in one sentence each', async () => {
  writeFileSync(join(folder, 'plain'), '');
  const under = started({ ...(await onFreePorts()), KOUJING_DATA: join(folder, 'plain', 'data') });
  const file = cityFile(
    'wrong.yaml',
    'server: { port: 70000 }\nserwer: {}\nmail: { from: nobody }\ndata: { directory: half }\n',
  );
  const wrong = started({ KOUJING_CONFIG: file });
  await expectRefused(under, 'ENOTDIR');
  await expectRefused(wrong, 'server.port', 'serwer', 'mail.from');
  expect(existsSync(join(folder, 'half'))).toBe(false);
});

test('a wrong secret key is refused after the database was opened, and leaves no lock behind', async () => {
  const directory = join(folder, 'keyed');
  mkdirSync(directory);
  const environment: Record<string, string> = {
    ...(await onFreePorts()),
    KOUJING_CONFIG: cityFile('keyed.yaml', register),
  };
  const keyed = (fill: number): Record<string, string> => ({
    ...environment,
    KOUJING_DATA: directory,
    KOUJING_SECRET_KEY: Buffer.alloc(32, fill).toString('base64'),
  });
  const first = started(keyed(1));
  await first.says('口径已启动');
  expect(await health(environment['KOUJING_PORT'])).toMatchObject({ status: 'ok' });
  expect(first.stdout()).not.toContain('沙箱');
  await expect(fetch(`http://127.0.0.1:${environment['KOUJING_SANDBOX_PORT']}`)).rejects.toThrow();
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  await expectRefused(started(keyed(2)), 'KOUJING_SECRET_KEY');
  expect(existsSync(join(directory, 'koujing.lock'))).toBe(false);
});

test('a database server that does not answer is told in one sentence', async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const process = started({ ...(await onFreePorts()), DATABASE_URL: `postgres://a@127.0.0.1:${port}/a` });
  await expectRefused(process, 'ECONNREFUSED');
});

onPostgres('two processes on one database', (open) => {
  test('what the web process publishes is delivered once by the worker that follows a killed one', async () => {
    const place = await open();
    try {
      const environment: Record<string, string> = {
        ...(await onFreePorts()),
        DATABASE_URL: place.url ?? '',
        KOUJING_CONFIG: cityFile('shared.yaml', register),
        KOUJING_DATA: join(folder, 'shared'),
        KOUJING_SECRET_KEY: Buffer.alloc(32, 3).toString('base64'),
      };
      const web = started({ ...environment, KOUJING_ROLES: 'web' });
      const worker = started({ ...environment, KOUJING_ROLES: 'worker,scheduler' });
      await Promise.all([web.says('口径已启动'), worker.says('口径已启动')]);
      const as = (name: string): Promise<Person> =>
        Person.signInFirst(
          `http://127.0.0.1:${environment['KOUJING_PORT']}`,
          name,
          firstPasswordOf(environment['KOUJING_DATA'] ?? '', name),
        );
      const desk = {
        drafter: await as('drafter'),
        reviewer: await as('reviewer'),
        approver: await as('approver'),
        publisher: await as('spokesperson'),
      };
      const first = await published(desk, aDraft({ organId: 'education' }));
      await untilAll(desk.drafter, first.id, ['delivered', 'verified']);

      worker.kill('SIGKILL');
      await worker.ended;
      const draft = aDraft({ organId: 'education', title: '关于寒假时间安排的通知' });
      const second = await published(desk, draft);
      const waiting = await deliveries(desk.drafter, second.id);
      expect(waiting.map(({ state }) => state)).toEqual(['planned']);
      const heir = started({ ...environment, KOUJING_ROLES: 'worker,scheduler' });
      await heir.says('口径已启动');
      const rows = await untilAll(desk.drafter, second.id, ['delivered', 'verified']);
      expect(rows).toHaveLength(1);
      const feed = await fetch(`http://127.0.0.1:${environment['KOUJING_PORTAL_PORT']}/feed.json`);
      const { items } = (await feed.json()) as { readonly items: readonly { readonly url: string }[] };
      expect(items.filter(({ url }) => url.endsWith(`r/${second.id}.html`))).toHaveLength(1);
      for (const process of [web, heir]) process.kill('SIGTERM');
      expect(await Promise.all([web.ended, heir.ended])).toEqual([0, 0]);
    } finally {
      for (const process of running) process.kill('SIGKILL');
      await Promise.all(running.map(({ ended }) => ended));
      await place.drop();
    }
  });
});
