import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Command } from 'commander';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotDone } from '../../apps/cli/api-client.js';
import { findingCommand } from '../../apps/cli/finding.command.js';
import { closedCommand, digestCommand } from '../../apps/cli/kept-report.command.js';
import { matterCommand } from '../../apps/cli/matter.command.js';
import { releaseCommand } from '../../apps/cli/release.command.js';
import { pngBytes } from '../../apps/sandbox/probe.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey } from '../support/issued-key.js';
import { ok } from '../support/person.js';
import { aDraft, page, paragraph, published, submitted } from '../support/release-way.js';

let city: City;
let folder: string;
let drafter: string;
let reader: string;
let said = '';

const key = async (username: string, scopes: readonly string[]): Promise<string> => {
  const { secret } = await issuedKey(city, username, scopes);
  const file = join(folder, `${username}.key`);
  writeFileSync(file, `${secret}\n`);
  return file;
};

beforeAll(async () => {
  city = await startCity();
  folder = mkdtempSync(join(tmpdir(), 'koujing-drafts-'));
  drafter = await key('water', ['releases:read', 'releases:write']);
  reader = await key('coordinator', ['findings:read', 'reports:read']);
}, 300_000);
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const run = async (command: () => Command, words: readonly string[], file = drafter): Promise<string> => {
  said = '';
  await command().parseAsync([...words, '--server', city.address, '--key-file', file], { from: 'user' });
  return said;
};
const json = async <Body>(...[command, words, file]: Parameters<typeof run>): Promise<Body> =>
  JSON.parse(await run(command, [...words, '--json'], file)) as Body;
const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

test('a draft is had, changed in what is named and nothing else, or given another text', async () => {
  const notice = aDraft({ organId: 'water', title: '关于望江路停水的通告' });
  const { id } = await json<{ id: string }>(releaseCommand, [
    'draft',
    fileOf('a.json', JSON.stringify(notice)),
  ]);
  const content = JSON.parse(await run(releaseCommand, ['content', id])) as {
    title: string;
    summary: string;
  };
  expect(content).toMatchObject({ title: notice.title, summary: notice.summary });
  const { content: before } = await page(await city.as('water'), id);
  await run(releaseCommand, [
    'revise',
    id,
    fileOf('b.json', JSON.stringify({ title: '关于望江路恢复供水的通告' })),
  ]);
  const { content: now } = await page(await city.as('water'), id);
  const { createdAt, version, digest } = now;
  expect(now).toEqual({ ...before, createdAt, version, digest, title: '关于望江路恢复供水的通告' });
  await run(releaseCommand, [
    'revise',
    id,
    fileOf('c.txt', '关于望江路停水的通告\n\n12月9日停水。\n请储水。'),
  ]);
  expect((await page(await city.as('water'), id)).content.plain).toContain('请储水。');
  const old = run(releaseCommand, ['revise', id, join(folder, 'b.json'), '--revision', '1']);
  await expect(old).rejects.toBeInstanceOf(NotDone);
  await expect(
    run(releaseCommand, ['revise', id, join(folder, 'b.json'), '--revision', 'x']),
  ).rejects.toThrow(/--revision/u);
});

test('a picture and an attachment are uploaded, and what is neither is refused with its reason', async () => {
  expect(await run(releaseCommand, ['upload', fileOf('p.png', pngBytes)])).toMatch(
    /^[0-9a-f]{64} {2}image\/png/u,
  );
  expect(await run(releaseCommand, ['upload', fileOf('t.txt', '名单')])).toMatch(
    /^[0-9a-f]{64} {2}text\/plain/u,
  );
  await expect(run(releaseCommand, ['upload', fileOf('x.exe', 'MZ')])).rejects.toBeInstanceOf(NotDone);
  await expect(run(releaseCommand, ['upload', join(folder, 'nowhere.png')])).rejects.toThrow(/无法读取/u);
});

test('each channel shows what it would publish, and a time is proposed and taken back', async () => {
  const notice = aDraft({ organId: 'water', title: '关于青云路停水的通告', accountIds: ['portal', 'weibo'] });
  const { id } = await json<{ id: string }>(releaseCommand, [
    'draft',
    fileOf('d.json', JSON.stringify(notice)),
  ]);
  expect(await run(releaseCommand, ['previews', id, '--account', 'weibo'])).toMatch(/weibo[\s\S]*青云路/u);
  await expect(run(releaseCommand, ['previews', id, '--account', 'nowhere'])).rejects.toThrow(
    /portal、weibo/u,
  );
  const at = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await expect(run(releaseCommand, ['propose', id, at])).rejects.toThrow(/--why/u);
  expect(await run(releaseCommand, ['propose', id, at, '--why', '赶在停水之前'])).toContain('已建议');
  expect(await run(releaseCommand, ['propose', id, 'none'])).toContain('已取消');
});

test('matters, the board and the corrections that are owed are listed and shown', async () => {
  const coordinator = await city.as('coordinator');
  const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const matter = { title: '海滨路泵站坍塌', kind: 'emergency', ownerOrganId: 'emergency', dueAt };
  const { id } = ok(await coordinator.post<{ id: string }>('/matters', matter), 'matter');
  expect(await run(matterCommand, ['list', '--q', '泵站'], reader)).toContain('海滨路泵站坍塌');
  expect(await run(matterCommand, ['show', id], reader)).toContain(id);
  const collapse = (organId: string, deaths: number) =>
    aDraft({
      ...{ organId, kind: 'emergency', title: '海滨路泵站坍塌事故情况通报', accountIds: ['portal'] },
      blocks: [paragraph(`11月23日5时40分许，东港区海滨路一处泵站发生坍塌，造成${deaths}人死亡、6人受伤。`)],
    });
  await published(await city.desk('emergency'), collapse('emergency', 2));
  const { id: second } = await submitted(await city.desk('water'), collapse('water', 5));
  const { items } = await json<{ items: readonly { id: string }[] }>(findingCommand, ['groups'], reader);
  expect(items.length).toBeGreaterThan(0);
  const group = await run(findingCommand, ['group', items[0]?.id ?? ''], reader);
  expect(group).toMatch(/海滨路泵站坍塌事故情况通报/u);
  ok(
    await coordinator.post(`/finding-groups/${items[0]?.id}/ruling`, {
      ...{ ruling: 'withdraw', releaseId: second, reason: '以应急局为准。' },
    }),
    'rule',
  );
  expect(await run(findingCommand, ['duties'], reader)).toMatch(/共 \d+ 项/u);
});

test('closed reports and daily ones are listed and had as files', async () => {
  const coordinator = await city.as('coordinator');
  const of = { from: '2026-10-01', to: '2026-10-31' };
  const { digest } = ok(
    await coordinator.get<{ digest: string }>(`/reports/consistency?${new URLSearchParams(of).toString()}`),
    'report',
  );
  const { id } = ok(
    await coordinator.post<{ id: string }>('/frozen-reports', { name: 'consistency', ...of, digest }),
    'close',
  );
  expect(await run(closedCommand, ['list'], reader)).toContain(id);
  expect(await run(closedCommand, ['show', id], reader)).toContain('相符 intact');
  expect(await run(closedCommand, ['export', id], reader)).toContain('2026-10-01');
  const file = join(folder, '封存.pdf');
  expect(await run(closedCommand, ['export', id, '--to', file], reader)).toContain('已写入');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await run(digestCommand, ['list'], reader)).toMatch(/共 \d+ 份/u);
  await expect(run(digestCommand, ['export', '1999-01-01'], reader)).rejects.toMatchObject({ exitCode: 2 });
  await expect(run(closedCommand, ['list'], drafter)).rejects.toMatchObject({ exitCode: 1 });
});
