import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NotDone } from '../../apps/cli/api-client.js';
import { releaseCommand } from '../../apps/cli/release.command.js';
import { statusCommand } from '../../apps/cli/status.command.js';
import { startCity, type City } from '../support/city.js';
import { ok } from '../support/person.js';
import { aDraft, approved, dismissConcerns, untilAll } from '../support/release-way.js';

let city: City;
let folder: string;
let keyFile: string;
let said = '';

const key = async (username: string, scopes: readonly string[]): Promise<string> => {
  const administrator = await city.as('administrator');
  const { items } = ok(
    await administrator.get<{ items: readonly { id: string; username: string }[] }>(`/people?q=${username}`),
  );
  const personId = items.find((person) => person.username === username)?.id ?? '';
  const { secret } = ok(
    await administrator.post<{ secret: string }>('/api-keys', { personId, name: '命令行', scopes }),
  );
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

const run = async (command: 'release' | 'status', words: readonly string[], file = keyFile) => {
  said = '';
  process.exitCode = 0;
  const program = command === 'release' ? releaseCommand() : statusCommand();
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
