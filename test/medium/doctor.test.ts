import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doctorCommand, examine } from '../../apps/cli/doctor.command.js';
import {
  checkClock,
  checkCredentials,
  checkHold,
  checkMigrations,
  checkServer,
  checkYears,
} from '../../apps/cli/doctor/database-checks.sql.js';
import { checkWatch } from '../../apps/cli/doctor/watch-check.sql.js';
import { checkDirectory, checkNode, checkPort } from '../../apps/cli/doctor/machine-checks.js';
import { firstPasswordList, firstPasswordsIn } from '../../apps/dispatcher/first-password-list.js';
import { proveKey } from '../../apps/dispatcher/secret-key.js';
import type { Database } from '@koujing/database';
import { secretBoxFrom } from '@koujing/dispatch';
import { emptyHouse } from '../support/empty-house.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-doctor-'));
let database: Database;
beforeAll(async () => {
  database = await emptyHouse();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('an old Node, a port that somebody else holds and a key file that others can read are told with what to do', async () => {
  expect(checkNode('20.19.0')).toMatchObject({ verdict: 'ill', zh: expect.stringContaining('npm start') });
  expect(checkNode('22.12.0').verdict).toBe('well');
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const name = ['控制台', 'console'] as const;
  expect((await checkPort('127.0.0.1', port, { name, running: false })).verdict).toBe('ill');
  expect((await checkPort('127.0.0.1', port, { name, running: true })).verdict).toBe('well');
  other.close();
  const key = join(folder, 'secret.key');
  writeFileSync(key, 'x');
  chmodSync(key, 0o644);
  expect(checkDirectory(folder).at(-1)).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining(`chmod 600 ${key}`),
  });
  chmodSync(key, 0o600);
  expect(checkDirectory(folder).map(({ verdict }) => verdict)).toEqual(['well', 'well']);
  firstPasswordList(folder, () => undefined)([{ username: 'lin', name: '林', password: 'p', until: 'u' }]);
  const list = firstPasswordsIn(folder);
  expect(statSync(list).mode & 0o077).toBe(0);
  expect(checkDirectory(folder).at(-1)).toMatchObject({
    verdict: 'warning',
    zh: expect.stringContaining(list),
  });
});

test('the database tells its version, clock and schema, and a key that is not the one', async () => {
  expect((await checkServer(database))[0]?.verdict).toBe('well');
  expect((await checkClock(database)).verdict).toBe('well');
  expect((await checkMigrations(database)).verdict).toBe('well');
  const box = secretBoxFrom('ab'.repeat(32));
  expect((await checkCredentials(database, null)).verdict).toBe('well');
  await proveKey(database, box);
  expect((await checkCredentials(database, box)).verdict).toBe('well');
  expect((await checkCredentials(database, null)).verdict).toBe('ill');
  expect((await checkCredentials(database, secretBoxFrom('cd'.repeat(32)))).verdict).toBe('ill');
  expect(await checkHold(database)).toEqual([]);
  await database.queries.insertInto('house').values({ name: 'dispatch', value: 'held' }).execute();
  expect((await checkHold(database))[0]?.verdict).toBe('warning');
});

test('an account that nobody could look through for a day is told with the reason', async () => {
  const { queries } = database;
  const now = new Date('2026-11-27T10:00:00+08:00');
  const hour = 3_600_000;
  const account = { settings: {}, enabled: true, breaker: 'closed', breaker_failures: 0 };
  for (const [id, ago, reason] of [
    ['portal', 30, '门户目录读不了 (cannot be read)'],
    ['weibo', 3, '额度留给发布 (calls are kept for publishing)'],
    ['wechat', 40, null],
  ] as const) {
    await queries
      .insertInto('account')
      .values({ ...account, id, channel: id, name: `账号${id}` })
      .execute();
    const at = new Date(now.getTime() - ago * hour);
    await queries
      .insertInto(id === 'portal' ? 'site_watch' : 'account_watch')
      .values({ account_id: id, next_at: now, since: at, looked_at: id === 'portal' ? null : at, reason })
      .execute();
  }
  const told = await checkWatch(database, now);
  expect(told).toMatchObject([{ check: 'watch', verdict: 'warning' }]);
  expect(told[0]?.zh).toContain('“账号portal”从未看完过一次');
  expect(told[0]?.zh).toContain('门户目录读不了');
  await queries.updateTable('account').set({ enabled: false }).execute();
  expect(await checkWatch(database, now)).toEqual([]);
});

test('the next year is asked for from December on', () => {
  expect(checkYears([2026], '2026-11-27').verdict).toBe('well');
  expect(checkYears([2026], '2026-12-01')).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining('2027'),
  });
  expect(checkYears([2026, 2027], '2026-12-01').verdict).toBe('well');
});

test('every mistake of the configuration is one line, nothing is made, and the exit code says so', async () => {
  const file = join(folder, 'koujing.yaml');
  writeFileSync(file, 'data: { directory: nowhere }\nserver: { port: many, roles: [cook] }\n');
  const environment = { KOUJING_CONFIG: file };
  const found = await examine(undefined, environment);
  const ill = found.filter(({ verdict }) => verdict === 'ill');
  expect(ill.map(({ check }) => check)).toEqual(['configuration', 'configuration']);
  expect(ill.map(({ zh }) => zh).join()).toMatch(/server\.port[\s\S]*server\.roles/u);
  expect(found.at(-1)).toMatchObject({ check: 'database', verdict: 'well' });
  expect(doctorCommand().name()).toBe('doctor');
});
