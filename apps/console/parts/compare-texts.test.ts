import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts } from './compare-texts.js';

test('only the number that changed is shown as changed', () => {
  const changes = compareTexts('死亡3人，受伤5人。', '死亡4人，受伤5人。');
  expect(changes.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '3' },
    { kind: 'added', text: '4' },
  ]);
});

test('both texts can be read back from their comparison', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const changes = compareTexts(before, after);
      const read = (not: string) =>
        changes
          .filter(({ kind }) => kind !== not)
          .map(({ text }) => text)
          .join('');
      expect([read('added'), read('removed')]).toEqual([before, after]);
    }),
  );
});
