import { expect, test } from '@jest/globals';
import type { FactConflict, FactSide } from './finding.js';
import { groupFacts } from './group-facts.js';

const side = (release: string, value: string, start = 10): FactSide => ({
  release,
  value,
  start,
  end: start + 2,
  text: `造成${value}死亡`,
});
const deaths = (a: FactSide, b: FactSide): FactConflict => ({ attribute: 'deaths', a, b });

test('three texts with three tolls are one row, not three', () => {
  const [x, y, z] = [side('x', '2人'), side('y', '3人'), side('z', '5人')];
  const rows = groupFacts([deaths(x, y), deaths(x, z), deaths(y, z)], ['x', 'y', 'z']);
  expect(rows.map(({ statements }) => statements.map((said) => said?.value))).toEqual([
    ['2人', '3人', '5人'],
  ]);
});

test('pairs that meet only through a third one are one row', () => {
  const rows = groupFacts(
    [
      deaths(side('w', '1人'), side('x', '2人')),
      deaths(side('y', '3人'), side('z', '5人')),
      deaths(side('x', '2人'), side('y', '3人')),
    ],
    ['w', 'x', 'y', 'z'],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.statements.every((said) => said !== null)).toBe(true);
});

test('another attribute is another row, and a text that says nothing of it stays blank', () => {
  const place: FactConflict = { attribute: 'place', a: side('x', '东港区', 30), b: side('z', '西陵区', 30) };
  const rows = groupFacts([deaths(side('x', '2人'), side('y', '3人')), place], ['x', 'y', 'z']);
  expect(rows.map(({ attribute, statements }) => [attribute, statements.map((said) => said?.value)])).toEqual(
    [
      ['deaths', ['2人', '3人', undefined]],
      ['place', ['东港区', undefined, '西陵区']],
    ],
  );
});

test('the agreed line stands beside the texts that depart from it', () => {
  const line = { ...side('line:deaths', '2人', 0), text: '口径（市应急局）：死亡2人' };
  const rows = groupFacts([deaths(line, side('x', '3人'))], ['x']);
  expect(rows[0]).toMatchObject({ line: { value: '2人' }, statements: [{ value: '3人' }] });
});

test('a date is shown as people write it', () => {
  const date: FactConflict = { attribute: 'date', a: side('x', '2026-12-31'), b: side('y', '12-05') };
  const [row] = groupFacts([date], ['x', 'y']);
  expect(row?.statements.map((said) => said?.value)).toEqual(['2026年12月31日', '12月5日']);
});
