import { afterAll, afterEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReleaseList } from '../../libs/release/release.api.js';
import { Person } from '../support/person.js';
import { onFreePorts, start, type Started } from '../support/started.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-interrupted-'));
const data = join(folder, 'demo');
let running: Started | null = null;

afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Longer than any step of the seeding takes, so that the moment falls into every one of them over many runs. */
const windowMs = 2_500;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const killedAfter = async (environment: Record<string, string>, begun: (start: Started) => Promise<void>) => {
  running = start(environment, folder);
  await begun(running);
  const ms = Math.random() * windowMs;
  await Promise.race([pause(ms), running.ended]);
  running.kill('SIGKILL');
  await running.ended;
  return Math.round(ms);
};

const databaseBegun = async (): Promise<void> => {
  while (!existsSync(join(data, 'postgres'))) await pause(20);
};

test('a first start killed at random moments leaves nothing doubled: the next one ends as the demo city', async () => {
  const environment: Record<string, string> = { ...(await onFreePorts()), KOUJING_DATA: data };
  const moments = [
    await killedAfter(environment, databaseBegun),
    await killedAfter(environment, (first) => first.says('核对口径')),
    await killedAfter(environment, (first) => first.says('处问题')),
  ];
  running = start(environment, folder);
  await running.says('Ctrl+C');
  const address = `http://127.0.0.1:${environment['KOUJING_PORT']}`;
  const coordinator = await Person.signIn(address, 'coordinator', 'koujing-demo');
  const { items, total } = (await coordinator.get<ReleaseList>('/releases?pageSize=200')).body;
  const waiting = items.filter(({ state }) => state !== 'released').map(({ state }) => state);
  const sent = items
    .filter(({ number }) => !number.startsWith('导入'))
    .filter(({ state }) => state === 'released');
  expect({
    moments,
    total,
    titles: new Set(items.map(({ organ, title }) => `${organ.id} ${title}`)).size,
    waiting: waiting.sort(),
  }).toEqual({
    moments,
    total: 50,
    titles: 50,
    waiting: ['draft', 'submitted', 'submitted', 'submitted'],
  });
  expect(sent).toHaveLength(1);
  expect(Object.values(sent[0]?.deliveries ?? {}).reduce((sum, count) => sum + count, 0)).toBe(28);
  const posted = `http://127.0.0.1:${environment['KOUJING_SANDBOX_PORT']}/posted`;
  const weibo = (await (await fetch(`${posted}/weibo.json`)).json()) as unknown[];
  expect({ moments, weibo: weibo.length }).toEqual({ moments, weibo: 1 });
}, 900_000);
