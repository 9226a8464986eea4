import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNumeral, writeNumeral } from './numeral.js';

test.each([
  ['两千', 2000],
  ['二〇二〇', 2020],
  ['一万二', 12000],
  ['三百五', 350],
  ['一千零五', 1005],
  ['十五', 15],
  ['二十', 20],
  ['一百零三', 103],
  ['两百', 200],
  ['1.2万', 12000],
  ['3000', 3000],
  ['1,234', 1234],
  ['2.3亿', 230_000_000],
  ['三亿两千万', 320_000_000],
  ['半', 0.5],
  ['五千万', 50_000_000],
  ['0', 0],
])('%s is %d', (text, value) => {
  expect(readNumeral(text)?.value).toBe(value);
});

test('what is no numeral is refused', () => {
  for (const text of ['', '人', '3人', '一二级', 'abc', '1.2.3']) expect(readNumeral(text)).toBeNull();
});

test('the last written digit tells how exact a number is', () => {
  expect(readNumeral('1.2万')?.grain).toBe(1000);
  expect(readNumeral('3.07')?.grain).toBeCloseTo(0.01);
  expect(readNumeral('3000')?.grain).toBe(1);
});

test('every whole number below ten thousand 亿 survives being written in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      const written = writeNumeral(value);
      expect(written.length > 24 || readNumeral(written)?.value === value).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('every decimal survives with 万 and without', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const text = `${whole}.${String(cents).padStart(2, '0')}`;
      expect(readNumeral(text)?.value).toBeCloseTo(Number(text), 9);
      expect(readNumeral(`${text}万`)?.value).toBeCloseTo(Number(text) * 10_000, 4);
    }),
  );
});
