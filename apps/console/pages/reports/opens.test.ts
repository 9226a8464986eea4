import { expect, test } from '@jest/globals';
import { opens } from './opens.js';

const days = { from: '2026-07-15', to: '2026-12-31' };

test('a number of releases opens their list, narrowed to organ, kind and the month within the days', () => {
  const filter = { measure: 'release', organ: 'water', kind: 'routine', time: '2026-07' };
  expect(opens({ filter, days })).toEqual({
    to: '/releases',
    search: { kind: 'routine', organ: 'water', from: '2026-07-15', to: '2026-07-31' },
  });
});

test('what no page lists as finely opens its own rows, and a closed report those that were kept with it', () => {
  const filter = { measure: 'interview', kind: 'refused' };
  expect(opens({ filter, days, organ: 'water' })).toEqual({
    to: '/reports/rows',
    search: { ...filter, ...days, organ: 'water' },
  });
  const frozen = opens({ filter: { measure: 'release' }, days, frozen: 'f1' });
  expect(frozen).toEqual({ to: '/reports/rows', search: { measure: 'release', ...days, frozen: 'f1' } });
});
