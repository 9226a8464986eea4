import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '@koujing/block';
import { blocksOfText } from '../../parts/body-blocks.js';
import { offsetMap } from './offset-map.js';

const typedWords = (typed: string, words: string): string => {
  const plain = plainText(blocksOfText(typed));
  const toTyped = offsetMap(plain, typed);
  const start = plain.indexOf(words);
  return typed.slice(toTyped(start), toTyped(start + words.length - 1) + 1);
};

test.each([
  ['事故造成2人死亡。', '2人'],
  ['## 事故情况\n\n事故造成**2人**死亡。', '2人'],
  ['- 死亡2人\n- 受伤6人', '6人'],
  ['〔居中〕滨海市应急管理局\n\n11月23日8时，造成2人死亡。', '11月23日'],
  ['| 类别 | 人数 |\n| --- | --- |\n| 死亡 | 2人 |', '2人'],
  ['\\- 不是列表，死亡2人', '2人'],
])('a fact is underlined where it was typed: %s', (typed, words) => {
  expect(typedWords(typed, words)).toContain(words.slice(0, 1));
  expect(typedWords(typed, words)).toBe(words);
});

test('offsets never run backwards and never leave the typed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const plain = plainText(blocksOfText(typed));
      const toTyped = offsetMap(plain, typed);
      let before = 0;
      for (let offset = 0; offset <= plain.length; offset += 1) {
        const at = toTyped(offset);
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThanOrEqual(typed.length);
        before = at;
      }
    }),
  );
});
