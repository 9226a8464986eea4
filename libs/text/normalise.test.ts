import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalise } from './normalise.js';

test.each([
  ['新增 27 例', '新增27例'],
  ['１２３％', '123%'],
  ['Ⅲ級應急響應', 'III级应急响应'],
  ['臺風', '台风'],
  ['iPhone 16', 'iPhone 16'],
  ['0—24时', '0-24时'],
  ['3人，5人', '3人，5人'],
])('%s reads as %s', (raw, text) => {
  expect(normalise(raw).text).toBe(text);
});

test('an offset leads back to the letter it came from', () => {
  const raw = '新增 ２７ 例';
  const { text, rawOffset } = normalise(raw);
  expect(raw.slice(rawOffset(text.indexOf('2')), rawOffset(text.indexOf('例')))).toBe('２７ ');
});

test('offsets never go backwards and stay inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (raw) => {
      const { text, rawOffset } = normalise(raw);
      for (let index = 0; index < text.length; index += 1) {
        expect(rawOffset(index)).toBeLessThan(raw.length);
        expect(rawOffset(index + 1)).toBeGreaterThanOrEqual(rawOffset(index));
      }
      expect(rawOffset(text.length)).toBe(raw.length);
    }),
  );
});
