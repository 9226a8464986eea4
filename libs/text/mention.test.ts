import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mentionsIn } from './mention.js';
import { normalise } from './normalise.js';
import { timed } from '../../test/bench/timing.js';

const kinds = (text: string): string[] =>
  mentionsIn(normalise(text).text, null).map((mention) => mention.kind);

test('a sentence of an accident bulletin yields its values in order', () => {
  expect(kinds('11月23日14时20分许，东山区长江路发生侧翻，致2人受伤')).toEqual([
    'date',
    'time',
    'place',
    'place',
    'quantity',
  ]);
});

test('digits belong to one grammar only', () => {
  expect(kinds('拨打0571-88889999')).toEqual(['phone']);
  expect(kinds('临政发〔2026〕12号')).toEqual(['documentNumber']);
  expect(kinds('发生4.2级地震')).toEqual(['magnitude']);
  expect(kinds('Ⅲ级应急响应')).toEqual(['responseLevel']);
  expect(kinds('暴雨橙色预警')).toEqual(['warningColour']);
});

test('any text is read without overlaps and inside its bounds', () => {
  const alphabet = fc.constantFrom(
    ...'0123456789.,:：-~〔〕()（）年月日时分点号第约近余多万亿千百十一二两人例元级区市县路预警红橙黄蓝色响应截至0571IVⅢ，。、\n aＡ１％%在于',
  );
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 200 }), (chars) => {
      const { text, rawOffset } = normalise(chars.join(''));
      let reach = 0;
      for (const mention of mentionsIn(text, null)) {
        expect(mention.start).toBeGreaterThanOrEqual(reach);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(rawOffset(mention.end)).toBeLessThanOrEqual(chars.join('').length);
        reach = mention.end;
      }
      expect(reach).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['digits', '1'],
  ['digits with commas', '1,234,'],
  ['Chinese numerals', '一二三'],
  ['dates', '2月'],
  ['letters of a document number', '号文发'],
  ['places', '东山区路'],
  ['spaces', ' '],
  ['phones', '0571-'],
  ['colours', '红色'],
  ['levels', 'Ⅲ级'],
])('the cost of a line of %s grows no faster than its length', (_name, unit) => {
  const read = (length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    // Time of this thread alone: a busy machine must not look like a slow grammar.
    return timed(() => mentionsIn(normalise(text).text, null)).cpu;
  };
  read(10_000);
  const small = Math.max(read(30_000), 20);
  // Ten times the length: a quadratic grammar would need a hundred times as long.
  expect(read(300_000)).toBeLessThan(small * 60);
});
