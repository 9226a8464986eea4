import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { clientCommand } from '../../apps/cli/client.command.js';
import { startCity, type City } from '../support/city.js';
import { issuedKey } from '../support/issued-key.js';

let city: City;
/** Of somebody else's program; below ours, so that it finds what it depends on. */
let folder: string;

beforeAll(async () => {
  city = await startCity();
  folder = mkdtempSync(join(process.cwd(), 'node_modules', '.koujing-client-'));
  mkdirSync(join(folder, 'node_modules'));
}, 300_000);
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const run = (words: readonly string[]) => clientCommand().parseAsync([...words], { from: 'user' });
const written = () => join(folder, 'node_modules', 'koujing-client');

const options: ts.CompilerOptions = {
  ...{ strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2024, types: [] },
  ...{ module: ts.ModuleKind.NodeNext, moduleDetection: ts.ModuleDetectionKind.Force },
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts'],
};

/** Compiles a program in the folder; answers what the compiler says of it. */
const faultsOf = (name: string, text: string): readonly string[] => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const program = ts.createProgram([file], options);
  program.emit();
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};

const begin = `
import { koujing } from 'koujing-client';
declare const process: { readonly argv: readonly string[] };
const [, , server = '', key = ''] = process.argv;
const api = koujing({ server, key });
`;

test('a package is written from what the server says of its API', async () => {
  await run(['--out', written(), '--server', city.address, '--json']);
  const told = JSON.parse(readFileSync(join(written(), 'package.json'), 'utf8')) as { version: string };
  expect(told.version).toMatch(/^1\.0\.0-[0-9a-f]{8}$/u);
  expect(existsSync(join(written(), 'README.md'))).toBe(true);
});

test('the compiler knows every route, and what each takes and answers', () => {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const faults = faultsOf(
    'mistaken.mts',
    `${begin}
const { data } = await api.GET('/api/releases', { params: { query: { page: 1, state: 'approved' } } });
export const titles: string[] = (data?.items ?? []).map(({ title }) => title);
await api.POST('/api/releases/{id}/submit', { params: { path: { id: 'r' } }, body: { digest: '0' } });
await api.GET('/api/releases', { params: { query: { state: 'nonsense' } } });
await api.GET('/api/nowhere', {});
`,
  );
  expect(faults).toEqual([
    expect.stringContaining('\'"nonsense"\' is not assignable'),
    expect.stringContaining('"/api/nowhere"'),
  ]);
});

test('a program that was compiled with it reads from and writes to a running server', async () => {
  const { secret } = await issuedKey(city, 'water', ['releases:read', 'releases:write']);
  const faults = faultsOf(
    'calls.mts',
    `${begin}
const draft = await api.POST('/api/releases', {
  params: { header: { 'idempotency-key': 'typed-client-0001' } },
  body: {
    organId: 'water', kind: 'routine', title: '关于冲洗城区供水管网的通告', accountIds: ['portal'],
    blocks: [{ type: 'paragraph', runs: [{ text: '12月5日23时起冲洗城区供水管网，请提前储水。' }] }],
  },
});
const list = await api.GET('/api/releases', { params: { query: { page: 1, pageSize: 5, q: '冲洗城区供水管网' } } });
const refused = await api.GET('/api/findings', { params: { query: {} } });
console.log(JSON.stringify({
  drafted: draft.data?.id,
  listed: list.data?.items.map(({ id }) => id),
  refused: refused.error?.reasons.map(({ code }) => code),
}));
`,
  );
  expect(faults).toEqual([]);
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(folder, 'calls.mjs'),
    city.address,
    secret,
  ]);
  const told = JSON.parse(stdout) as {
    drafted: string;
    listed: readonly string[];
    refused: readonly string[];
  };
  expect(told.listed).toContain(told.drafted);
  expect(told.refused).toEqual(['lacksScope']);
});

test('nobody who answers, and a place where nothing can be written, are told', async () => {
  await expect(run(['--out', written(), '--server', 'http://127.0.0.1:9'])).rejects.toMatchObject({
    exitCode: 3,
  });
  writeFileSync(join(folder, 'a-file'), '');
  await expect(run(['--out', join(folder, 'a-file', 'x'), '--server', city.address])).rejects.toThrow(
    /无法写入/u,
  );
});
