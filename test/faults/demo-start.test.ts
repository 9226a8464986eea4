import { afterAll, afterEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { DeliveryList } from '../../libs/dispatch/dispatch.api.js';
import type { MatterList } from '../../libs/matter/matter.api.js';
import type { ReleaseList } from '../../libs/release/release.api.js';
import { Person } from '../support/person.js';
import { onFreePorts, start, type Started } from '../support/started.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-demo-start-'));
let running: Started | null = null;

afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A kill comes at random within so many ms after the start has said this: opening, filling the city, dispatching. */
const stages = [
  { said: '', within: 4_000 },
  { said: '处问题', within: 2_500 },
  { said: '一键发布', within: 1_200 },
] as const;
/** The demo of forty-five releases that are out, five that wait for somebody, and one that waits for its hour. */
const releases = 51;

const items = async <Item>(person: Person, path: string): Promise<readonly Item[]> =>
  (await person.get<{ items: readonly Item[] }>(`${path}${path.includes('?') ? '&' : '?'}pageSize=200`)).body
    .items;

/** Duties of the demo city, by their lists. */
const duties = {
  '/incidents': 1,
  '/plans': 1,
  '/directives': 2,
  '/conferences': 2,
  '/interviews': 3,
} as const;
const nameOf = (duty: Readonly<Record<string, unknown>>): unknown =>
  ['title', 'name', 'item', 'theme', 'subject'].map((key) => duty[key]).find((name) => name !== undefined);

test('a first start that is killed at any moment is gone on with: nothing is there twice and the demo completes', async () => {
  const environment: Record<string, string> = {
    ...(await onFreePorts()),
    KOUJING_DATA: join(folder, 'demo'),
  };
  const moments = stages.map(({ said, within }) => ({ said, ms: Math.floor(Math.random() * within) }));
  const told = (what: unknown) => ({ moments, what });
  for (const { said, ms } of moments) {
    running = start(environment, folder);
    await running.says(said);
    await after(ms);
    running.kill('SIGKILL');
    expect(told([await running.ended, running.stderr()])).toEqual(told(['SIGKILL', '']));
  }

  running = start(environment, folder);
  await running.says('Ctrl+C');
  expect(running.stderr()).toBe('');
  const coordinator = await Person.signIn(
    `http://127.0.0.1:${environment['KOUJING_PORT']}`,
    'coordinator',
    'koujing-demo',
  );
  const list = await items<ReleaseList['items'][number]>(coordinator, '/releases');
  expect(told(list.length)).toEqual(told(releases));
  expect(told(new Set(list.map(({ title, organ }) => `${organ.id} ${title}`)).size)).toEqual(told(releases));
  expect(told(list.filter(({ state }) => state === 'scheduled').length)).toEqual(told(1));
  expect(told(list.filter(({ proposal }) => proposal !== null).length)).toEqual(told(2));
  const matters = await items<MatterList['items'][number]>(coordinator, '/matters');
  expect(told(matters.map(({ lines }) => lines.length).sort())).toEqual(told([0, 0, 0, 0, 0, 1, 2]));
  // What the measures ask for beside releases: each thing once as well.
  for (const [path, count] of Object.entries(duties)) {
    const names = (await items<Readonly<Record<string, unknown>>>(coordinator, path)).map(nameOf);
    expect(told([path, names.length, new Set(names).size])).toEqual(told([path, count, count]));
  }

  const [sent, ...others] = list.filter(({ deliveries }) => Object.keys(deliveries).length > 0);
  expect(told(others)).toEqual(told([]));
  const rows = await items<DeliveryList['items'][number]>(coordinator, `/releases/${sent?.id}/deliveries`);
  const keys = rows.map(({ accountName, recipient }) => `${accountName} ${recipient}`);
  expect(told([keys.length, new Set(keys).size])).toEqual(told([28, 28]));
  // A mail whose answer was cut off is a person's to decide; Weibo and WeChat are asked until their settle times, 180
  // and 120 s, are over. The demo waits for none of them, and nothing else is left.
  const left = rows.filter(({ state }) => !['delivered', 'verified'].includes(state));
  const excused = { email: 'needsPerson', weibo: 'unknown', wechat: 'unknown' } as Readonly<
    Record<string, string>
  >;
  expect(told(left.filter(({ channel, state }) => excused[channel] !== state))).toEqual(told([]));
  const doubles = await fetch(`http://127.0.0.1:${environment['KOUJING_SANDBOX_PORT']}/posted/doubles.json`);
  expect(told(await doubles.json())).toEqual(told([]));

  running.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  running = start(environment, folder);
  await running.says('Ctrl+C');
  expect(running.stdout()).not.toContain('核对口径');
});
