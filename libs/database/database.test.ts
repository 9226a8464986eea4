import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, onRollback, openEmbedded, type Database } from '@koujing/database';

const directory = mkdtempSync(join(tmpdir(), 'koujing-database-'));
let database: Database;

beforeAll(async () => {
  database = await openEmbedded(directory);
});

afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

const organ = (name: string) => ({
  id: name,
  name,
  short_name: name,
  aliases: json([]),
  kind: 'department',
  level: 'city',
  area: '',
  parent_id: null,
  remit: json(['供水']),
  release_unit: '办公室',
  is_office: false,
});

test('a second process on the same directory is refused with the holder named', async () => {
  writeFileSync(join(directory, 'koujing.lock'), String(process.ppid));
  await expect(openEmbedded(directory)).rejects.toThrow(`正由进程 ${process.ppid} 使用`);
  writeFileSync(join(directory, 'koujing.lock'), String(process.pid));
});

test('JSON columns come back as the values that were written', async () => {
  await database.queries.insertInto('organ').values(organ('市水务局')).execute();
  const row = await database.queries.selectFrom('organ').select('remit').executeTakeFirstOrThrow();
  expect(row.remit).toEqual(['供水']);
});

test('a transaction that throws leaves nothing behind', async () => {
  await expect(
    database.transaction(async (queries) => {
      await queries.insertInto('organ').values(organ('市交通局')).execute();
      throw new Error('停');
    }),
  ).rejects.toThrow('停');
  const rows = await database.queries.selectFrom('organ').select('name').execute();
  expect(rows.map((row) => row.name)).toEqual(['市水务局']);
});

test('what was to happen on a rollback happens then, and not on a commit', async () => {
  const happened: string[] = [];
  await database.transaction(async (queries) => onRollback(queries, () => happened.push('commit')));
  const failed = database.transaction(async (queries) => {
    onRollback(queries, () => happened.push('rollback'));
    throw new Error('停');
  });
  await expect(failed).rejects.toThrow('停');
  onRollback(database.queries, () => happened.push('outside'));
  expect(happened).toEqual(['rollback']);
});

test('what was committed is there when the directory is opened again', async () => {
  await database.close();
  database = await openEmbedded(directory);
  const rows = await database.queries.selectFrom('organ').select('name').execute();
  expect(rows.map((row) => row.name)).toEqual(['市水务局']);
});
