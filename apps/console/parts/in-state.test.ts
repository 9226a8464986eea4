import { expect, test } from '@jest/globals';
import { inState, isFiltered, seeAllOf } from './in-state.js';

test('a list with tabs shows all by its own word for every state, which the server is not asked for', () => {
  expect(seeAllOf({}, true)).toEqual({ state: 'all' });
  expect(seeAllOf({ state: 'closed', q: '供暖' }, true)).toEqual({ state: 'all' });
  expect(inState({ state: 'all' }).state).toBeUndefined();
});

test('a list without tabs shows all by naming no state and no words', () => {
  expect(seeAllOf({ state: 'held' }, false)).toEqual({});
  expect(seeAllOf({ q: '供暖', page: '2' }, false)).toEqual({});
});

test('where nothing is left out there is nothing more to see', () => {
  expect(seeAllOf({ state: 'all' }, true)).toBeNull();
  expect(seeAllOf({}, false)).toBeNull();
  expect(seeAllOf({ page: '2' }, false)).toBeNull();
});

test('seeing all drops every filter and stays on the tab', () => {
  expect(seeAllOf({ state: 'all', kind: 'gap' }, true)).toEqual({ state: 'all' });
  expect(seeAllOf({ tab: 'reporters', state: 'expired', page: '2' }, false)).toEqual({ tab: 'reporters' });
});

test('whatever narrows a list beyond the usual is a filter, the page and the tab are none', () => {
  expect(isFiltered({ page: '2', tab: 'outlets' })).toBe(false);
  expect(isFiltered({ state: 'open' })).toBe(false);
  expect(isFiltered({ state: 'all' })).toBe(false);
  expect(isFiltered({ kind: 'gap' })).toBe(true);
  expect(isFiltered({ state: 'closed' })).toBe(true);
  expect(isFiltered({ q: '供暖' })).toBe(true);
});
