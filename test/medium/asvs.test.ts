import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
/** The standard itself lies beside the repository, where it is there at all. */
const standard = join(root, '../shared/reference/asvs-5.0.0.csv');

const states = ['满足', '部分', '未满足', '不适用'];

interface Row {
  readonly id: string;
  readonly level: string;
  readonly state: string;
  readonly how: string;
  readonly tests: string;
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** `| V6.2.1 | 1 | 满足 | 要求 | 怎样做：`file` | `test` |` */
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => /^\| V\d/u.test(line))
  .map((line) => {
    const [id = '', level = '', state = '', , how = '', tests = ''] = cellsOf(line);
    return { id, level, state, how, tests };
  });

const pathsIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path);

const idsOf = (some: readonly Row[]): readonly string[] => some.map(({ id }) => id);

test('every row has an id of its own, a level and one of the four states', () => {
  expect(new Set(idsOf(rows)).size).toBe(rows.length);
  const isWhole = ({ id, level, state }: Row): boolean =>
    /^V\d+\.\d+\.\d+$/u.test(id) && ['1', '2'].includes(level) && states.includes(state);
  expect(idsOf(rows.filter((row) => !isWhole(row)))).toEqual([]);
});

test('every file that a row names is there, and what it names as a test is one', () => {
  const missing = rows.flatMap(({ id, how, tests }) =>
    [...pathsIn(how), ...pathsIn(tests)]
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${id}: ${path}`),
  );
  expect(missing).toEqual([]);
  const others = rows.flatMap(({ tests }) => pathsIn(tests)).filter((path) => !isTest(path));
  expect(others).toEqual([]);
});

const isTest = (path: string): boolean => /\.(?:test|contract)\.tsx?$/u.test(path);

test('what is said to be met names where, and what is not says what is missing', () => {
  const met = rows.filter(({ state }) => state === '满足');
  expect(idsOf(met.filter(({ how }) => pathsIn(how).length === 0))).toEqual([]);
  const lacking = rows.filter(({ state }) => state === '部分' || state === '未满足');
  expect(idsOf(lacking.filter(({ how }) => !how.includes('**缺**：')))).toEqual([]);
});

test('the figures of the summary are those of the rows', () => {
  const told = page
    .split('\n')
    .filter((line) => /^\| L[12] /u.test(line))
    .map(cellsOf);
  const counted = ['1', '2'].map((level) => {
    const ofLevel = rows.filter((row) => row.level === level);
    const each = states.map((state) => ofLevel.filter((row) => row.state === state).length);
    return [`L${level}`, ...each.map(String), String(ofLevel.length)];
  });
  expect(told).toEqual(counted);
});

test('everything that is not met stands in the list at the top', () => {
  const [, list = ''] = /^## 没有做到的[^\n]*\n(.*?)^## /msu.exec(page) ?? [];
  const named = new Set(list.match(/V\d+\.\d+\.\d+/gu));
  expect(idsOf(rows.filter(({ id, state }) => state === '未满足' && !named.has(id)))).toEqual([]);
});

const whereItLies = existsSync(standard) ? test : test.skip;

whereItLies('every requirement of level 1 and 2 has its row, with its level', () => {
  const wanted = parse(readFileSync(standard), { bom: true, skipEmptyLines: true })
    .map(([, , , , id = '', , level = '']) => `${id} ${level}`)
    .filter((each) => / [12]$/u.test(each));
  expect(rows.map(({ id, level }) => `${id} ${level}`).toSorted()).toEqual(wanted.toSorted());
});
