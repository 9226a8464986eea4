import { expect, test } from '@jest/globals';
import type { Block } from '@koujing/block';
import fc from 'fast-check';
import { blocksOfText } from './body-blocks.js';
import { textOfBlocks } from './body-text.js';

const sha = 'a'.repeat(64);

const whole: Block[] = [
  { type: 'paragraph', runs: [{ text: '因管网检修，明日停水。' }] },
  { type: 'heading', level: 2, runs: [{ text: '停水范围' }] },
  { type: 'list', ordered: true, items: [[{ text: '东山街道' }], [{ text: '西河街道' }]] },
  { type: 'list', ordered: false, items: [[{ text: '请储水' }]] },
  { type: 'quote', runs: [{ text: '请以本通知为准。' }] },
  {
    type: 'table',
    header: true,
    rows: [
      [[{ text: '区域' }], [{ text: '时间' }]],
      [[{ text: '东山' }], [{ text: '8时|9时' }]],
    ],
  },
  { type: 'image', assetSha256: sha, alt: '停水范围图', caption: '图一' },
  {
    type: 'paragraph',
    runs: [
      { text: '详见' },
      { text: '公告', bold: true, href: 'https://www.example.gov.cn/a%28b%29' },
      { text: '。' },
    ],
  },
  { type: 'paragraph', align: 'right', runs: [{ text: '市水务局' }] },
];

test('every kind of block survives being shown for editing', () => {
  expect(blocksOfText(textOfBlocks(whole))).toEqual(whole);
});

test('plain lines are paragraphs and blank lines part nothing', () => {
  expect(blocksOfText('第一段\n\n\n第二段')).toEqual([
    { type: 'paragraph', runs: [{ text: '第一段' }] },
    { type: 'paragraph', runs: [{ text: '第二段' }] },
  ]);
});

test('a mark that nothing closes is an ordinary character', () => {
  expect(blocksOfText('2*3=6，**重点')).toEqual([{ type: 'paragraph', runs: [{ text: '2*3=6，**重点' }] }]);
});

test('a link to anything but http, tel or mail stays text', () => {
  expect(blocksOfText('[点我](javascript:alert)')).toEqual([
    { type: 'paragraph', runs: [{ text: '[点我](javascript:alert)' }] },
  ]);
});

test('any paragraph comes back as it was', () => {
  const line = fc.string({ minLength: 1 }).map((text) => text.trim().replace(/[\r\n]/gu, ''));
  fc.assert(
    fc.property(line, (text) => {
      fc.pre(text !== '' && text === text.trim());
      const blocks: Block[] = [{ type: 'paragraph', runs: [{ text }] }];
      expect(blocksOfText(textOfBlocks(blocks))).toEqual(blocks);
    }),
  );
});
