import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'koujing-boot-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Node that says that it is another: the real one runs, so that what is tested is our sentence and not its parser. */
const posingAs = (version: string): string[] => [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`,
];
const said = (args: readonly string[], options: object = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    ...options,
  });
  return { status, stdout, stderr };
};

for (const script of ['prepare.mjs', 'koujing.mjs'])
  test(`a Node older than 20 is told by ${script} in one sentence, before anything is installed`, () => {
    const answer = said([...posingAs('18.20.8'), join(root, 'scripts', script), 'build']);
    expect(answer).toEqual({
      status: 1,
      stdout: '',
      stderr:
        '口径需要 Node 20 或更新的版本，当前是 18.20.8。\nKoujing needs Node 20 or newer; this is 18.20.8.\n',
    });
  });

test('where the Node that comes along is missing and the system’s is too old, that is said with what to do', () => {
  const script = `
    import { runUnderProjectNode } from ${JSON.stringify(join(root, 'scripts', 'project-node.mjs'))};
    runUnderProjectNode(['-e', 'console.log("ran")']);`;
  const answer = said([...posingAs('20.19.0'), '--input-type=module', '-e', script]);
  expect(answer).toMatchObject({ status: 1, stdout: '' });
  expect(answer.stderr).toContain('需要 Node 22.12 以上，当前是 20.19.0');
  expect(answer.stderr).toContain('run npm ci');
});

/** Nobody: root may write anywhere. */
const nobody = { uid: 65_534, gid: 65_534 };
const program = join(root, 'dist/apps/dispatcher/main.js');
const canTry =
  process.getuid?.() === 0 &&
  existsSync(program) &&
  said(['-e', `require('fs').accessSync(${JSON.stringify(program)})`], nobody).status === 0;

(canTry ? test : test.skip)('a directory that this user may not write is told in one sentence', () => {
  const directory = join(folder, 'foreign');
  mkdirSync(directory, { mode: 0o555 });
  const { status, stderr } = said([program], {
    ...nobody,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      KOUJING_DATA: directory,
      ...Object.fromEntries(
        ['KOUJING_PORT', 'KOUJING_PORTAL_PORT', 'KOUJING_SANDBOX_PORT', 'KOUJING_SMTP_PORT'].map((name) => [
          name,
          '0',
        ]),
      ),
    },
  });
  expect(status).toBe(1);
  expect(stderr).toContain(`数据目录 ${directory} 无法写入（EACCES）`);
  expect(stderr).not.toMatch(/^\s+at /mu);
});
