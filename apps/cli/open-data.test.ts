import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from './bad-input.js';
import { nameOf, openPlace, placeOf } from './open-data.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-place-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cityFile = join(folder, 'koujing.yaml');
// A secret that this shell does not know must not keep the archive from being imported.
const text =
  "data: { directory: city }\naccounts: [{ id: weibo, name: 微博, channel: weibo, secrets: { a: '${NOT_SET_HERE}' } }]\n";

test('the directory is the one that a configured start would use', () => {
  writeFileSync(cityFile, text);
  expect(placeOf(undefined, {}, folder)).toEqual({ kind: 'embedded', at: join(folder, 'city') });
  expect(placeOf(undefined, { KOUJING_CONFIG: cityFile }, '/')).toMatchObject({ at: join(folder, 'city') });
  expect(placeOf(undefined, { KOUJING_DATA: 'other' }, folder)).toMatchObject({ at: join(folder, 'other') });
  expect(placeOf('here', { KOUJING_DATA: 'other' }, folder)).toMatchObject({ at: join(folder, 'here') });
  rmSync(cityFile);
  expect(placeOf(undefined, {}, folder)).toEqual({ kind: 'embedded', at: join(folder, 'data') });
});

test('DATABASE_URL comes before any directory, and its password is not repeated', () => {
  const place = placeOf(undefined, { DATABASE_URL: 'postgres://koujing:secret@db/koujing' }, folder);
  expect(place.kind).toBe('postgres');
  expect(nameOf(place)).toBe('postgres://db/koujing');
});

test('a configuration that cannot be read is told with its file', () => {
  expect(() => placeOf(undefined, { KOUJING_CONFIG: join(folder, 'none.yaml') }, folder)).toThrow(
    /none\.yaml/u,
  );
  writeFileSync(join(folder, 'wrong.yaml'), 'data: { directory: 3 }\n');
  expect(() => placeOf(undefined, { KOUJING_CONFIG: join(folder, 'wrong.yaml') }, folder)).toThrow(
    /data\.directory/u,
  );
});

test('a directory that a running server holds is told with its process, and left alone', async () => {
  const at = join(folder, 'held');
  const database = await openPlace({ kind: 'embedded', at });
  // Another process: this test's own id counts as a lock left behind by a predecessor in a container.
  writeFileSync(join(at, 'koujing.lock'), String(process.ppid));
  const second = openPlace({ kind: 'embedded', at });
  await expect(second).rejects.toThrow(BadInput);
  await expect(second).rejects.toThrow(`正由进程 ${process.ppid} 使用`);
  await database.close();
});

test('a database server that does not answer is told in one sentence', async () => {
  const opening = openPlace({ kind: 'postgres', at: 'postgres://a@127.0.0.1:1/a' });
  await expect(opening).rejects.toThrow(/数据库打不开：ECONNREFUSED/u);
});
