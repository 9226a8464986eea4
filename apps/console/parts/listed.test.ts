import { expect, test } from '@jest/globals';
import { pageBack } from './listed.js';

const list = { items: [] as readonly string[], total: 60, page: 3, pageSize: 30 };

test('when the last row of the last page is gone, the page before it is the last', () => {
  expect(pageBack(list)).toBe(2);
  expect(pageBack({ ...list, page: 9 })).toBe(2);
});

test('a page that shows something, or is the first, is where one stays', () => {
  expect(pageBack({ ...list, items: ['甲'] })).toBeNull();
  expect(pageBack({ ...list, page: 1, total: 0 })).toBeNull();
});

test('a list that counts with its rows leads back to its first page', () => {
  expect(pageBack({ ...list, total: 0 })).toBe(1);
});
