import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Command } from 'commander';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingCommand } from '../../apps/cli/finding.command.js';
import { conferenceCommand } from '../../apps/cli/reading/conference.command.js';
import { deadlineCommand } from '../../apps/cli/reading/deadline.command.js';
import { directiveCommand } from '../../apps/cli/reading/directive.command.js';
import { driftCommand } from '../../apps/cli/reading/drift.command.js';
import { incidentCommand } from '../../apps/cli/reading/incident.command.js';
import { periodCommand, planCommand } from '../../apps/cli/reading/plan.command.js';
import { organCommand, rosterCommand } from '../../apps/cli/reading/roster.command.js';
import { violationCommand } from '../../apps/cli/reading/violation.command.js';
import { releaseCommand } from '../../apps/cli/release.command.js';
import { reportCommand, rowsCommand } from '../../apps/cli/report.command.js';
import { foreignThings, hush, type Things } from '../support/foreign-things.js';
import { issuedKey } from '../support/issued-key.js';
import type { City } from '../support/city.js';
import { aDraft, published } from '../support/release-way.js';
import { startSeededCity } from '../support/seeded-city.js';
import { withoutCommand } from '../support/without-command.js';

let city: City;
let folder: string;
let reader: string;
let drafter: string;
let things: Things;
let said = '';

const key = async (username: string, scopes: readonly string[]): Promise<string> => {
  const { secret } = await issuedKey(city, username, scopes);
  const file = join(folder, `${username}.key`);
  writeFileSync(file, `${secret}\n`);
  return file;
};

beforeAll(async () => {
  city = await startSeededCity();
  folder = mkdtempSync(join(tmpdir(), 'koujing-reads-'));
  things = await foreignThings(city);
  reader = await key('coordinator', ['releases:read', 'findings:read', 'reports:read']);
  drafter = await key('drafter', ['releases:read', 'releases:write', 'findings:read']);
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
  process.exitCode = 0;
});

const run = async (command: () => Command, words: readonly string[], file = reader): Promise<string> => {
  said = '';
  await command().parseAsync([...words, '--server', city.address, '--key-file', file], { from: 'user' });
  return said;
};
const json = async <Body>(...[command, words, file]: Parameters<typeof run>): Promise<Body> =>
  JSON.parse(await run(command, [...words, '--json'], file)) as Body;
const thing = (noun: string): string => things[noun] ?? `no ${noun}`;

/** `get /api/incidents`, of every call that a command writes. */
const called = (): ReadonlySet<string> => {
  const root = 'apps/cli';
  const source = (readdirSync(root, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
  const written = source.matchAll(/\.(GET|POST|PUT|DELETE)\(\s*'([^']+)'/gu);
  const generic = source.matchAll(/\b(?:listOf|showOf|fileOf|askedOf)\(\s*'([^']+)'/gu);
  return new Set([
    ...[...written].map(([, method = '', path = '']) => `${method.toLowerCase()} ${path}`),
    ...[...generic].map(([, path = '']) => `get ${path}`),
  ]);
};

test('every route that a key opens has its command or a stated reason, and no command calls what no key opens', async () => {
  const document = (await (await fetch(`${city.address}/api/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  };
  const open = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => 'x-koujing-scope' in operation)
      .map(([method]) => `${method} ${path}`),
  );
  expect(open.length).toBeGreaterThan(60);
  const commands = called();
  expect(open.filter((route) => !commands.has(route) && !(route in withoutCommand))).toEqual([]);
  expect([...commands].filter((route) => !open.includes(route))).toEqual([]);
  expect(Object.keys(withoutCommand).filter((route) => commands.has(route) || !open.includes(route))).toEqual(
    [],
  );
});

test('incidents, directives and violations are listed by their filters and shown with what they rest on', async () => {
  const incidents = await run(incidentCommand, ['list', '--state', 'open']);
  expect(incidents).toMatch(new RegExp(`${thing('incidents')}[\\s\\S]*共 \\d+ 件`, 'u'));
  expect(await run(incidentCommand, ['list', '--q', '没有这样的事'])).toContain('共 0 件');
  expect(await run(incidentCommand, ['show', thing('incidents')])).toMatch(/时限 \(clock\)/u);

  const directives = await run(directiveCommand, ['list', '--organ', 'education']);
  expect(directives).toContain(`${hush}指令`);
  expect(await run(directiveCommand, ['list', '--organ', 'education', '--until', '2000-01-01'])).toContain(
    '共 0 条',
  );
  expect(await run(directiveCommand, ['show', thing('directives')])).toMatch(
    new RegExp(`${hush}要求[\\s\\S]*签收期限`, 'u'),
  );

  expect(await run(violationCommand, ['list', '--organ', 'education'])).toContain(thing('violations'));
  expect(await run(violationCommand, ['show', thing('violations')])).toMatch(
    /证据 \(evidence\) [0-9a-f]{64} {2}相符/u,
  );
  await expect(run(violationCommand, ['list', '--kind', 'nonsense'])).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('kind'),
  });
});

test('conferences are listed and shown with their chain and papers; a brief that is not there is refused', async () => {
  expect(await run(conferenceCommand, ['list', '--q', hush])).toContain(`${hush}发布会`);
  const shown = await run(conferenceCommand, ['show', thing('conferences')]);
  expect(shown).toMatch(/审签 \(signature\)[\s\S]*材料 \(paper\) statement[\s\S]*未交 missing/u);
  await expect(
    run(conferenceCommand, ['brief', thing('conferences'), '--to', join(folder, '简报.docx')]),
  ).rejects.toMatchObject({ exitCode: 2 });
  await expect(run(conferenceCommand, ['brief', thing('conferences')])).rejects.toThrow(/\.docx、\.pdf/u);
  expect(await run(conferenceCommand, ['routine'])).toMatch(/共 \d+ 个单位/u);
});

test('plans of meetings and of periods are listed, shown and had as files', async () => {
  expect(await run(planCommand, ['list', '--organ', 'education'])).toContain(`${hush}议题`);
  expect(await run(planCommand, ['show', thing('plans')])).toMatch(new RegExp(`未办 open.*${hush}部分`, 'u'));
  const plan = thing('period-plans');
  expect(await run(periodCommand, ['list'])).toContain(plan);
  expect(await run(periodCommand, ['show', plan])).toMatch(/计划 \d+，完成 \d+/u);
  const file = join(folder, '计划.csv');
  expect(await run(periodCommand, ['export', plan, '--to', file])).toContain('已写入');
  expect(await run(periodCommand, ['export', plan])).toBe(
    readFileSync(file, 'utf8').replace(/^\u{feff}/u, ''),
  );
});

test('clocks tell how they were counted, and the calendar that they are counted by', async () => {
  expect((await run(deadlineCommand, ['list', '--limit', '2'])).trim().split('\n')).toHaveLength(3);
  expect(await run(deadlineCommand, ['show', thing('deadlines')])).toContain(thing('deadlines'));
  expect(await run(deadlineCommand, ['calendar'])).toMatch(/2026 {2}.*放假 \d+ 天/u);
  expect(await run(driftCommand, ['list'])).toMatch(/共 \d+ 处/u);
});

test('organs and spokespersons are listed and shown', async () => {
  expect(await run(organCommand, ['list'])).toMatch(/^education {2}/mu);
  expect(await run(rosterCommand, ['list', '--q', '教育'])).toMatch(/^education {2}/mu);
  expect(await run(rosterCommand, ['show', 'education'])).toMatch(/在任 \(holds\) spokesperson/u);
  expect(await run(rosterCommand, ['publications'])).toMatch(/共 \d+ 份/u);
  await expect(run(rosterCommand, ['export', 'none'])).rejects.toMatchObject({ exitCode: 2 });
});

test('a number of a report is traced to its rows', async () => {
  const days = ['--from', '2026-01-01', '--until', '2026-12-31'];
  const { content } = await json<{
    content: { tables: readonly { filter: { measure?: string }; total: number | null }[] };
  }>(reportCommand, ['consistency', ...days]);
  const table = content.tables.find(({ filter, total }) => filter.measure !== undefined && total !== null);
  const rows = await json<{ total: number }>(rowsCommand, [
    '--measure',
    table?.filter.measure ?? '',
    ...days,
  ]);
  expect(rows.total).toBe(table?.total);
});

test('a conflict is had as a file, and a text is held against what is out without being kept', async () => {
  const { items } = await json<{ items: readonly { id: string; releases: readonly object[] }[] }>(
    findingCommand,
    ['list', '--kind', 'inconsistent'],
  );
  const file = join(folder, '不一致.pdf');
  await run(findingCommand, ['export', items[0]?.id ?? '', '--to', file]);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  const text = join(folder, '文字.txt');
  writeFileSync(text, '关于学校作息的说明\n下周起调整作息时间。');
  const before = await json<{ total: number }>(releaseCommand, ['list']);
  expect(await run(findingCommand, ['check', text, '--organ', 'education'], drafter)).toMatch(
    /与 [1-9]\d* 篇核对/u,
  );
  expect(await json<{ total: number }>(releaseCommand, ['list'])).toMatchObject({ total: before.total });
});

test('a document is read into a draft, files come back as they went, and a correction is given up', async () => {
  const text = join(folder, '来文.txt');
  writeFileSync(text, '关于体育场馆开放的通告\n周末开放三处体育场馆。');
  const draft = JSON.parse(await run(releaseCommand, ['read', text], drafter)) as { title: string };
  expect(draft).toMatchObject({ title: '关于体育场馆开放的通告', documents: [expect.any(String)] });
  const back = join(folder, '名单.txt');
  await run(releaseCommand, ['download', thing('attachments'), '--to', back], drafter);
  expect(readFileSync(back, 'utf8')).toBe(`${hush}名单`);
  const picture = join(folder, '校园.png');
  await run(releaseCommand, ['download', thing('images'), '--to', picture], drafter);
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  expect(await run(releaseCommand, ['table', thing('releases')], drafter)).toContain('课后服务时间调整');

  const notice = aDraft({ organId: 'education', title: '关于校园开放日的通告', accountIds: ['portal'] });
  const { id } = await published(await city.desk('education'), notice);
  expect(await run(releaseCommand, ['effect', id, '--kind', 'correct'], drafter)).toMatch(/^portal {2}/mu);
  await expect(run(releaseCommand, ['effect', id, '--kind', 'x'], drafter)).rejects.toThrow(/kind/u);
  await run(releaseCommand, ['correct', id, '--note', '时间有误'], drafter);
  expect(await run(releaseCommand, ['abandon', id, '--reason', '原文无误'], drafter)).toContain(id);
  expect(await run(releaseCommand, ['amendments', id], drafter)).toMatch(/共 \d+ 次/u);
});
