import { expect, test } from '@jest/globals';
import { afterClick } from './chosen.js';

const page = ['a', 'b', 'c', 'd', 'e'];
const click = (
  chosen: readonly string[],
  id: string,
  more: { shift?: boolean; last?: string | null } = {},
) => [...afterClick(page, new Set(chosen), { id, shift: false, last: null, ...more })];

test('a click chooses one row or lets it go, and leaves the others', () => {
  expect(click([], 'b')).toEqual(['b']);
  expect(click(['b', 'd'], 'b')).toEqual(['d']);
});

test('with Shift every row between the last one and this becomes what this one becomes, up or down', () => {
  expect(click(['b'], 'd', { shift: true, last: 'b' })).toEqual(['b', 'c', 'd']);
  expect(click(['d'], 'a', { shift: true, last: 'd' })).toEqual(['a', 'b', 'c', 'd']);
  expect(click(['a', 'b', 'c', 'e'], 'a', { shift: true, last: 'c' })).toEqual(['e']);
});

test('with Shift and nothing clicked before, or a row that is gone, one row is chosen', () => {
  expect(click([], 'c', { shift: true })).toEqual(['c']);
  expect(click([], 'c', { shift: true, last: 'gone' })).toEqual(['c']);
});
