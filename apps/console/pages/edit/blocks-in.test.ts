import { expect, test } from '@jest/globals';
import { blocksIn } from './blocks-in.js';

const runs = [{ text: '12月5日停水。', bold: true }];

test('blocks of every kind come back as they were kept', () => {
  const blocks = [
    { type: 'paragraph', runs, align: 'center' },
    { type: 'heading', level: 2, runs },
    { type: 'quote', runs },
    { type: 'list', ordered: true, items: [runs, []] },
    { type: 'table', header: true, rows: [[runs, []]] },
    { type: 'image', assetSha256: 'a'.repeat(64), alt: '管网图' },
  ];
  expect(blocksIn(blocks)).toEqual(blocks);
  expect(blocksIn([])).toEqual([]);
});

test('what a page could not show is no text', () => {
  for (const odd of [
    ...[null, 'text', {}, { type: 'video' }, { type: 'toString' }, { type: 'paragraph' }],
    ...[
      { type: 'paragraph', runs: [{ bold: true }] },
      { type: 'list', items: [{ text: '甲' }] },
    ],
    ...[
      { type: 'table', rows: [runs] },
      { type: 'image', alt: '图' },
    ],
  ])
    expect(blocksIn([odd])).toBeNull();
  expect(blocksIn(undefined)).toBeNull();
});
