import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingList } from '../../libs/conflict/conflict.api.js';
import type { NotDone } from '../../apps/cli/api-client.js';
import { findingCommand } from '../../apps/cli/finding.command.js';
import { releaseCommand } from '../../apps/cli/release.command.js';
import { reportCommand } from '../../apps/cli/report.command.js';
import { statusCommand } from '../../apps/cli/status.command.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey } from '../support/issued-key.js';
import {
  aDraft,
  approved,
  dismissConcerns,
  paragraph,
  published,
  submitted,
  untilAll,
} from '../support/release-way.js';

let city: City;
let folder: string;
let keyFile: string;
let said = '';

const key = async (username: string, scopes: readonly string[]): Promise<string> => {
  const { secret } = await issuedKey(city, username, scopes);
  const file = join(folder, `${username}.key`);
  writeFileSync(file, `${secret}\n`);
  return file;
};

beforeAll(async () => {
  city = await startCity();
  folder = mkdtempSync(join(tmpdir(), 'koujing-operator-'));
  keyFile = await key('water-approver', ['releases:read', 'dispatch:write']);
}, 300_000);
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});

const commands = {
  ...{ release: releaseCommand, status: statusCommand, finding: findingCommand, report: reportCommand },
};

const run = async (command: keyof typeof commands, words: readonly string[], file = keyFile) => {
  said = '';
  process.exitCode = 0;
  const program = commands[command]();
  await program.parseAsync([...words, '--server', city.address, '--key-file', file], { from: 'user' });
  return { said, exit: process.exitCode };
};
const json = async <Body>(...of: Parameters<typeof run>): Promise<Body> =>
  JSON.parse((await run(of[0], [...of[1], '--json'], of[2])).said) as Body;
const refusal = (...of: Parameters<typeof run>): Promise<NotDone> =>
  run(...of).then(
    ({ said: answer }) => Promise.reject(new Error(answer)),
    (error: unknown) => error as NotDone,
  );

test('an operator drafts from a file and submits; the key opens no signature', async () => {
  const drafter = await key('water', ['releases:read', 'releases:write']);
  const file = join(folder, 'draft.json');
  writeFileSync(file, JSON.stringify(aDraft({ organId: 'water', title: '关于望江路停水的通告' })));
  const { id } = await json<{ id: string }>('release', ['draft', file], drafter);
  await dismissConcerns((await city.desk('water')).drafter, id);
  expect((await run('release', ['submit', id], drafter)).said).toContain('已提交 submitted');
  const withdrawn = await run('release', ['withdraw', id, '--reason', '另行安排'], drafter);
  expect(withdrawn.said).toContain('已撤下 withdrawn');
});

test('the command releases what was approved and tells every channel; a correction is opened with its note', async () => {
  const desk = await city.desk('water');
  const { id } = await approved(desk, aDraft({ organId: 'water', title: '关于文昌路停水的通告' }));
  expect((await run('release', ['list', '--state', 'approved'])).said).toContain('关于文昌路停水的通告');
  const shown = await run('release', ['show', id]);
  expect(shown.said).toMatch(/已审定 approved[\s\S]*现在可以 \(possible now\) [^\n]*publish/u);
  const old = await refusal('release', ['now', id, '--digest', '0'.repeat(64)]);
  expect([old.exitCode, old.message]).toEqual([1, expect.stringMatching(/\S/u)]);
  expect((await run('release', ['now', id])).said).toContain('已发出');
  await untilAll(desk.drafter, id, ['delivered', 'verified']);
  const status = await run('status', [id]);
  expect(status.said).toMatch(/(delivered|verified)[^\n]*\/r\//u);
  expect(status.said).toContain('待人处理 (waiting for a person) 0');
  expect(status.exit).toBe(0);
  expect((await run('status', [id, '--attempts'])).said).toMatch(
    /\n {4}\S+ {2}发送 \(sent\) {2}(delivered|accepted)/u,
  );
  expect((await run('status', [])).said).toContain('已排期 (scheduled)');
  const drafter = await key('water', ['releases:read', 'releases:write']);
  const corrected = await run('release', ['correct', id, '--note', '时间有误'], drafter);
  expect(corrected.said).toContain('第 2 版');
});

test('a release goes out at its hour, and not at all when that is taken back', async () => {
  const desk = await city.desk('water');
  const { id } = await approved(desk, aDraft({ organId: 'water', title: '关于学府路停水的通告' }));
  const at = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString();
  expect((await run('release', ['at', id, at])).said).toContain('已排期');
  expect((await run('release', ['show', id])).said).toContain('已排期 scheduled');
  await run('release', ['at', id, 'none']);
  expect((await run('release', ['show', id])).said).toContain('已审定 approved');
});

test('a refusal names the field and ends with a code that a script can tell apart', async () => {
  const bad = join(folder, 'bad.json');
  writeFileSync(bad, JSON.stringify({ organId: 'water', kind: 'nonsense', title: '', blocks: [] }));
  const drafter = await key('water', ['releases:read', 'releases:write']);
  const wrong = await refusal('release', ['draft', bad], drafter);
  expect([wrong.exitCode, wrong.message]).toEqual([2, expect.stringMatching(/kind：[\s\S]*title：/u)]);
  // The key of the publisher may not draft.
  const forbidden = await refusal('release', ['draft', bad]);
  expect([forbidden.exitCode, forbidden.message]).toEqual([1, expect.stringContaining('releases:write')]);
  const nobody = await refusal('release', ['show', 'no-such-release']);
  expect(nobody.exitCode).toBe(2);
  writeFileSync(join(folder, 'text.txt'), '标题\n正文');
  await expect(run('release', ['draft', join(folder, 'text.txt')], drafter)).rejects.toThrow(/--organ/u);
  await expect(run('release', ['list'], join(folder, 'no.key'))).rejects.toThrow(/no\.key/u);
  const silent = releaseCommand().parseAsync(
    ['list', '--server', 'http://127.0.0.1:9', '--key-file', keyFile],
    { from: 'user' },
  );
  await expect(silent).rejects.toMatchObject({ exitCode: 3 });
});

test('what was submitted is taken back before anybody signs', async () => {
  const drafter = await key('water', ['releases:read', 'releases:write']);
  const file = join(folder, 'taken-back.json');
  writeFileSync(file, JSON.stringify(aDraft({ organId: 'water', title: '关于青云路停水的通告' })));
  const { id } = await json<{ id: string }>('release', ['draft', file], drafter);
  await dismissConcerns((await city.desk('water')).drafter, id);
  await run('release', ['submit', id], drafter);
  expect((await run('release', ['take-back', id], drafter)).said).toContain('草稿 draft');
});

test('one account is tried again where it was refused, and nothing where nothing waits', async () => {
  const desk = await city.desk('water');
  const { id } = await approved(desk, aDraft({ organId: 'water', title: '关于朝阳路停水的通告' }));
  await run('release', ['now', id]);
  await untilAll(desk.drafter, id, ['delivered', 'verified']);
  const settled = await refusal('release', ['retry', id, '--account', 'portal']);
  expect([settled.exitCode, settled.message]).toEqual([1, expect.stringMatching(/\S/u)]);
  const elsewhere = await refusal('release', ['retry', id, '--account', 'no-account']);
  expect(elsewhere.message).toContain('no-account');
});

test('conflicts are listed and shown sentence against sentence', async () => {
  const collapse = (organId: string, deaths: number) =>
    aDraft({
      ...{ organId, kind: 'emergency', title: '海滨路泵站坍塌事故情况通报', accountIds: ['portal'] },
      blocks: [paragraph(`11月23日5时40分许，东港区海滨路一处泵站发生坍塌，造成${deaths}人死亡、6人受伤。`)],
    });
  await published(await city.desk('emergency'), collapse('emergency', 2));
  await submitted(await city.desk('water'), collapse('water', 5));
  const reader = await key('coordinator', ['findings:read']);
  const { items } = await json<FindingList>('finding', ['list', '--kind', 'inconsistent'], reader);
  const [first] = items;
  expect(first?.kind).toBe('inconsistent');
  const { said: shown } = await run('finding', ['show', first?.id ?? ''], reader);
  expect(shown).toMatch(/信息发布不一致[\s\S]*甲 \(A\) [25]人[\s\S]*乙 \(B\) [25]人/u);
  const wrong = await refusal('finding', ['list', '--kind', 'nonsense'], reader);
  expect([wrong.exitCode, wrong.message]).toEqual([2, expect.stringContaining('kind')]);
});

test('a report is written as the file that its ending says, or told as CSV', async () => {
  const reader = await key('coordinator', ['reports:read']);
  const days = ['--from', '2026-07-01', '--until', '2026-12-31'];
  expect((await run('report', ['timeliness', ...days], reader)).said).toContain(
    '"统计期间","2026-07-01 至 2026-12-31"',
  );
  const file = join(folder, '通报.docx');
  expect((await run('report', ['bulletin', ...days, '--to', file], reader)).said).toContain('已写入');
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  await expect(run('report', ['nonsense', ...days], reader)).rejects.toThrow(/timeliness/u);
  await expect(run('report', ['annual', ...days, '--to', 'x.exe'], reader)).rejects.toThrow(/\.pdf/u);
  const backwards = await refusal(
    'report',
    ['annual', '--from', '2026-12-31', '--until', '2026-07-01'],
    reader,
  );
  expect([backwards.exitCode, backwards.message]).toEqual([2, expect.stringContaining('to')]);
});
