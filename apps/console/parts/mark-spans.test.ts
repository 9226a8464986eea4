import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markSpans } from './mark-spans.js';

const text = '关于停水的通知\n明日8时停水，影响约1.2万户。';

test('a span is cut out of its line and ends with its number', () => {
  const start = text.indexOf('8时');
  const lines = markSpans(text, [{ start, end: start + 2, number: 1 }]);
  expect(lines[1]).toEqual([
    { text: '明日', numbers: [], ends: [] },
    { text: '8时', numbers: [1], ends: [1] },
    { text: '停水，影响约1.2万户。', numbers: [], ends: [] },
  ]);
});

test('overlapping spans share their common piece', () => {
  const lines = markSpans('abcdef', [
    { start: 1, end: 4, number: 1 },
    { start: 3, end: 5, number: 2 },
  ]);
  expect(lines[0]?.map((piece) => [piece.text, piece.numbers])).toEqual([
    ['a', []],
    ['bc', [1]],
    ['d', [1, 2]],
    ['e', [2]],
    ['f', []],
  ]);
});

test('marking never changes the text', () => {
  const span = fc.record({ start: fc.nat(30), end: fc.nat(40), number: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (any, spans) => {
      const lines = markSpans(any, spans);
      expect(lines.map((line) => line.map((piece) => piece.text).join('')).join('\n')).toBe(any);
    }),
  );
});

test('every marked character lies inside a span of that number', () => {
  const lines = markSpans('ab\ncd', [{ start: 1, end: 4, number: 7 }]);
  const marked = lines.flat().filter((piece) => piece.numbers.includes(7));
  expect(marked.map((piece) => piece.text)).toEqual(['b', 'c']);
});
