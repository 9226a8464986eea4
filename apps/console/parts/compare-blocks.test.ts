import { expect, test } from '@jest/globals';
import type { Block } from '@koujing/block';
import { compareBlocks } from './compare-blocks.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
const table: Block = { type: 'table', header: false, rows: [[[{ text: '甲' }], [{ text: '乙' }]]] };

test('what did not change stays as it was written, and a changed paragraph stands against what it was', () => {
  const before = [paragraph('一、停水。'), table, paragraph('三、请储水。')];
  const after = [
    paragraph('一、停水三小时。'),
    table,
    paragraph('三、请储水。'),
    paragraph('四、咨询热线。'),
  ];
  expect(compareBlocks(before, after)).toEqual([
    { kind: 'changed', before: '一、停水。', after: '一、停水三小时。' },
    { kind: 'same', blocks: [table, paragraph('三、请储水。')] },
    { kind: 'changed', before: '', after: '四、咨询热线。' },
  ]);
});

test('a picture that was exchanged under the same words is a change', () => {
  const picture = (digit: string): Block => ({ type: 'image', assetSha256: digit.repeat(64), alt: '现场' });
  const [change] = compareBlocks([picture('a')], [picture('b')]);
  expect(change).toEqual({ kind: 'changed', before: '![现场](aaaaaaaa)', after: '![现场](bbbbbbbb)' });
});
