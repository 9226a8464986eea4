import { expect, test } from '@jest/globals';
import { chineseIn } from './chinese-in.js';

test('names and quotations in an English sentence are found whole, and its own words and marks are not among them', () => {
  expect(chineseIn('市水务局 “关于停水（12月6日）的通告” differs: 8时 (“明日8时停水”).')).toEqual([
    '',
    '市水务局 “关于停水（12月6日）的通告',
    '” differs: 8',
    '时',
    ' (“',
    '明日8时停水',
    '”).',
  ]);
  expect(chineseIn('It says “【紧急】今晚停水！请储水。” twice.')).toEqual([
    'It says “',
    '【紧急】今晚停水！请储水',
    '。” twice.',
  ]);
  expect(chineseIn('Nothing to mark.')).toEqual(['Nothing to mark.']);
});
