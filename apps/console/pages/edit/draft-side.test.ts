import { expect, test } from '@jest/globals';
import { sidesOf } from './draft-side.js';

const side = (release: string, value: string) => ({ release, value, text: '', start: 0, end: 2 });
const fact = (release: string) => ({
  attribute: 'quantity' as const,
  a: side(release, '99000户'),
  b: side('draft', '12000户'),
});

test('the draft’s own value is shown as its own, whatever it contradicts', () => {
  const seen = (release: string) => {
    const { ours, theirs, against } = sidesOf(fact(release), [{ id: 'other' }]);
    return [ours.value, theirs.value, against];
  };
  expect(seen('other')).toEqual(['12000户', '99000户', 'text']);
  expect(seen('line:7')).toEqual(['12000户', '99000户', 'line']);
  expect(seen('answer:7')).toEqual(['12000户', '99000户', 'answer']);
});

test('where a draft contradicts itself, both sides are its own, and the place of the other is named', () => {
  const { ours, theirs, against } = sidesOf(
    {
      attribute: 'deaths',
      a: side('draft', '5人'),
      b: { ...side('draft', '3人'), source: '附件《通报.docx》' },
    },
    [],
  );
  expect([ours.value, theirs.value, theirs.source, against]).toEqual([
    '5人',
    '3人',
    '附件《通报.docx》',
    'itself',
  ]);
});
