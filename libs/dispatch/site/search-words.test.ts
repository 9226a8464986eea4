import { expect, test } from '@jest/globals';
import { excerptOf, marked } from './marked.js';
import { askedWords, indexedWords, tagged, tsquery } from './search-words.js';

test('a text is found by its words, its pairs of characters, and full-width numbers', () => {
  expect(indexedWords('关于供水管网冲洗的公告，热线１２３４５ WeChat')).toEqual(
    expect.arrayContaining(['冲洗', '管网', '公告', '12345', 'wechat']),
  );
  expect(indexedWords('的。了！')).toEqual([]);
});

test('a query asks for each word or its parts, and what people type stays text', () => {
  expect(tsquery(['桥'], [tagged('organ', "市'水务局")], 'all')).toBe("('桥') & 'organ\u001F市''水务局'");
  expect(tsquery(['a\\', '桥'], [], 'some')).toBe("('a\\\\' | '桥')");
  expect(tsquery(askedWords('人民政府办公室'), [], 'all')).toBe(
    "(('人民政府' | ('人民' & '民政' & '政府')) & ('办公室' | ('办公' & '公室')))",
  );
});

test('hits are marked where they stand, joined where they touch, and the excerpt begins near the first', () => {
  expect(marked('ＡＢ供水管网', ['供水', '管网', 'ab'])).toEqual([{ text: 'ＡＢ供水管网', hit: true }]);
  const excerpt = excerptOf(`${'前'.repeat(60)}冲洗${'后'.repeat(200)}`, ['冲洗']);
  expect(excerpt.map(({ text }) => text).join('')).toMatch(/^…前{24}冲洗后+…$/u);
  expect(excerpt.filter(({ hit }) => hit)).toEqual([{ text: '冲洗', hit: true }]);
});
