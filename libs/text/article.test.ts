import { expect, test } from '@jest/globals';
import { articleInEnglish, inBrackets } from './article.api.js';

test.each([
  ['第十五条', 'Art. 15'],
  ['第二十条', 'Art. 20'],
  ['第一百零三条', 'Art. 103'],
  ['第三十九条第六项', 'Art. 39(6)'],
  ['第三十一条第二项第一款', 'Art. 31(2) para. 1'],
  ['第八条第二款、第三款', 'Art. 8 para. 2, para. 3'],
  ['第三条、第二十七条', 'Art. 3, Art. 27'],
  ['第二十三条（条文无数字）', 'Art. 23 (no number in the text)'],
  ['第三十三条（“原则上”）', 'Art. 33 ("in principle")'],
  [
    '第十二条（条文无数字，比照第十九条第一项）',
    'Art. 12 (no number in the text, by analogy with Art. 19(1))',
  ],
  ['第十三条第四项、突发事件应对法第六十四条', 'Art. 13(4), Emergency Response Law Art. 64'],
  ['国办发〔2016〕61号（第五条引用）', 'State Council General Office [2016] No. 61 (Art. 5 cites it)'],
  ['滨海市规定（三个工作日）', '滨海市规定 (三个工作日)'],
  ['', ''],
])('%s is %s in English', (article, english) => {
  expect(articleInEnglish(article)).toBe(english);
});

test('what is no citation stays as it is', () => {
  for (const text of ['第几条', '第三人民医院', 'basis']) expect(articleInEnglish(text)).toBe(text);
});

test('a Chinese sentence cites a provision in brackets, and none stand within them', () => {
  expect(inBrackets('第九条')).toBe('（第九条）');
  expect(inBrackets('第三十九条第五项（时限随指令下达）')).toBe('（第三十九条第五项，时限随指令下达）');
});
