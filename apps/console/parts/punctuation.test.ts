import { expect, test } from '@jest/globals';
import { aside, labelled, listed, sentences } from './punctuation.js';

test('names, sentences and asides carry the marks of the language that is read', () => {
  const organs = ['市水务局', '市应急管理局'];
  expect(listed(organs, 'zh')).toBe('市水务局、市应急管理局');
  expect(listed(organs, 'en')).toBe('市水务局, 市应急管理局');
  expect(sentences(['甲', '乙'], 'zh')).toBe('甲；乙');
  expect(sentences(['a', 'b'], 'en')).toBe('a; b');
  expect(`停水${aside('市水务局', 'zh')}`).toBe('停水（市水务局）');
  expect(`停水${aside('市水务局', 'en')}`).toBe('停水 (市水务局)');
  expect([labelled('事项', '供水', 'zh'), labelled('Matter', 'water', 'en')]).toEqual([
    '事项：供水',
    'Matter: water',
  ]);
  expect(aside('', 'en')).toBe('');
  expect(aside('第三十九条第五项（条文无数字）', 'zh')).toBe('（第三十九条第五项，条文无数字）');
  expect(aside('Art. 39(5) (no number in the text)', 'en')).toBe(' (Art. 39(5), no number in the text)');
  expect(aside('Art. 39(5)', 'en')).toBe(' (Art. 39(5))');
});
