import { expect, test } from '@jest/globals';
import { filtersOf, isView, viewOf } from './view-filters.js';

test('a view is what the address filters by, whatever page one stands on', () => {
  const address = { state: 'approved', organ: undefined, page: '3' };
  expect(viewOf(address)).toEqual({ state: 'approved' });
  expect(isView(address, { state: 'approved' })).toBe(true);
  expect(isView(address, { state: 'approved', clock: 'today' })).toBe(false);
  expect(isView({ ...address, q: '停水' }, { state: 'approved' })).toBe(false);
  expect(isView({ page: '2' }, {})).toBe(true);
});

test('a standing view is known by its name, one’s own by its id, and one that is gone leads nowhere', () => {
  const own = [{ id: 'v1', filters: { state: 'draft' } }];
  expect(filtersOf('dueToday', own)).toEqual({ clock: 'today' });
  expect(filtersOf('v1', own)).toEqual({ state: 'draft' });
  expect(filtersOf('v2', own)).toBeNull();
  expect(filtersOf('toString', own)).toBeNull();
});
