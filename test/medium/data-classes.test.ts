import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '@koujing/database';
import { sql } from 'kysely';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealedColumns } from '../../libs/dispatch/keys/sealed-columns.sql.js';
import { emptyHouse } from '../support/empty-house.js';

const root = join(import.meta.dirname, '../..');
const section =
  /^## 数据分级(.*?)^## /msu.exec(readFileSync(join(root, 'docs/security.md'), 'utf8'))?.[1] ?? '';
const classes = ['公开', '内部', '敏感', '关键'];

/** The rows of the table under a heading, without its head. */
const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  (section.split('### ').find((part) => part.startsWith(heading)) ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(1)
    .filter(([first = '']) => !/^-+$/u.test(first));

const quotedIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);

const wanted = rowsUnder('每一级怎样保护');
const kinds = rowsUnder('每一类在哪里').filter(([, level = '']) => classes.includes(level));
const fields = rowsUnder('字段规则');
const ruled = fields.flatMap(([names = '']) => quotedIn(names));

let database: Database;
let columns: readonly string[];

beforeAll(async () => {
  database = await emptyHouse();
  const { rows } = await sql<{ name: string }>`
    select c.relname || '.' || a.attname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r'`.execute(database.queries);
  columns = rows.map(({ name }) => name);
});
afterAll(() => database.close());

const tableOf = (column: string): string => column.split('.')[0] ?? '';

test('every table of the database has one class, and no other is classified', () => {
  const listed = kinds.flatMap(([, , tables = '']) => quotedIn(tables));
  const there = [...new Set(columns.map(tableOf))];
  expect(there.length).toBeGreaterThan(100);
  expect(listed.toSorted()).toEqual(there.toSorted());
});

test('every class has its protection in every respect, and every kind says who sees it and how long it is kept', () => {
  expect(wanted.map(([level]) => level)).toEqual(classes);
  expect([...wanted, ...kinds, ...fields].filter((row) => row.includes(''))).toEqual([]);
});

/** A means of reaching somebody, or of being taken for somebody. */
const telling =
  /^(?:e?mail|phone|address|address_key|recipient|agent|password|secrets?|csrf|token|hint|credential|subject|hash)$|_(?:hash|digest|private|secret|token)$/u;
/** What only sounds so: digests of texts, and subjects of matters and mails. */
const harmless =
  /\.(?:facts|rendition|request|evidence)_digest$|^(?:audit_checkpoint|audit_head)\.hash$|_hash$|^(?:notification|interview|media_answer|mail_return|statutory_issuer|deadline)\.subject$|^(?:working_copy)\.subject$/u;

test('every column that reaches somebody or opens something has a rule of its own', () => {
  const needing = columns.filter((column) => {
    const name = column.split('.')[1] ?? '';
    return telling.test(name) && (column === 'person.password_hash' || !harmless.test(column));
  });
  expect(needing.length).toBeGreaterThan(20);
  expect(needing.filter((column) => !ruled.includes(column))).toEqual([]);
});

test('every field with a rule is there, and no less guarded than its table', () => {
  const named = ruled.filter((name) => name.includes('.'));
  expect(named.filter((name) => !columns.includes(name))).toEqual([]);
  const levelOf = (table: string): number =>
    classes.indexOf(kinds.find(([, , tables = '']) => quotedIn(tables).includes(table))?.[1] ?? '');
  const laxer = fields.filter(([names = '', level = '']) =>
    quotedIn(names).some((name) => classes.indexOf(level) < levelOf(tableOf(name))),
  );
  expect(laxer).toEqual([]);
});

test('what the program seals is told to be sealed, and nothing else is', () => {
  const told = fields
    .filter(([, , , , how]) => how === '加密')
    .flatMap(([names = '']) => quotedIn(names))
    .filter((name) => !name.endsWith('.hint'));
  const sealed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(told.toSorted()).toEqual(sealed.toSorted());
});

test('every file that a rule names is there', () => {
  const files = [...fields, ...kinds].flat().flatMap(quotedIn);
  const paths = files.filter((name) => /^(?:libs|apps)\//u.test(name));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
