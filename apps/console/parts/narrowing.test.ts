import { expect, test } from '@jest/globals';
import { narrowingsOf } from './narrowing.js';
import { words } from './words.js';

const told = (filters: Parameters<typeof narrowingsOf>[0], names = {}) =>
  narrowingsOf(filters, names, words.zh.narrowed);

test('a list that a report opened tells its days, its organ and what it leaves out, each to be taken away', () => {
  const filters = { organ: 'water', state: 'standing', from: '2026-07-01', to: '2026-12-31', page: '2' };
  const found = told(filters, { organ: '市水务局', kind: '常规政务' });
  expect(found.map(({ label }) => label)).toEqual([
    '2026-07-01 至 2026-12-31',
    '市水务局',
    words.zh.narrowed.standing,
  ]);
  const [days, organ, standing] = found.map(({ without }) => without);
  expect(days).toEqual({ ...filters, from: undefined, to: undefined, page: undefined });
  expect(organ).toEqual({ ...filters, organ: undefined, page: undefined });
  expect(standing).toEqual({ ...filters, state: 'all', page: undefined });
});

test('what the fields of the page show already is not told again', () => {
  expect(told({ q: '停水', state: 'open', page: '3', tab: 'reports' })).toEqual([]);
});
