import { expect, test } from '@jest/globals';
import { parse } from 'parse5';
import { plainText, type Block } from './block.js';
import { blocksFromHtml } from './blocks-from-html.js';
import type { HtmlNode } from './html-node.js';
import { childrenOf, isElement } from './html-node.js';
import { blocksFromPaste } from './pasted.js';
import { oddities, wordNotice, wordTracked, wpsNotice } from './pasted-samples.js';

/** The console gives what its own parser read of the body (`apps/console/pages/edit/body/html-tree.ts`). */
const bodyOf = (html: string): readonly HtmlNode[] => {
  const whole = parse(html).childNodes.find(
    (node) => 'tagName' in node && node.tagName === 'html',
  ) as HtmlNode;
  const body = childrenOf(whole).find((node) => isElement(node) && node.tagName === 'body');
  return body === undefined ? [] : childrenOf(body);
};
const pasted = (html: string) => blocksFromPaste(bodyOf(html));
const counts = (things: readonly { what: string; count: number }[]) =>
  Object.fromEntries(things.map(({ what, count }) => [what, count]));
const words = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join('');
const rowsOf = (block: Block | undefined): string[][] =>
  block?.type === 'table' ? block.rows.map((row) => row.map(words)) : [];

test('a notice pasted from Word keeps its paragraphs, lists, bold words and its table', () => {
  const { blocks } = pasted(wordNotice);
  expect(blocks.map(({ type }) => type)).toEqual([
    ...['paragraph', 'paragraph', 'list', 'list', 'paragraph', 'table', 'paragraph'],
  ]);
  expect(blocks[0]).toEqual({
    type: 'paragraph',
    align: 'center',
    runs: [{ text: '关于城区停水的通告', bold: true }],
  });
  expect(blocks[1]).toEqual({
    type: 'paragraph',
    runs: [{ text: '12月5日9时至18时，' }, { text: '滨江路', bold: true }, { text: '沿线停水。' }],
  });
  expect(blocks[2]).toEqual({
    type: 'list',
    ordered: false,
    items: [
      [{ text: '请提前储水' }],
      [{ text: '关闭水龙头' }],
      [{ text: '咨询电话' }, { text: '12345', href: 'tel:12345' }],
    ],
  });
  expect(blocks[3]).toEqual({
    type: 'list',
    ordered: true,
    items: [[{ text: '先开总阀' }], [{ text: '再开分阀' }]],
  });
  expect(plainText(blocks.slice(4, 5))).toBe('（一）恢复供水时间另行通知');
});

test('merged cells are parted, and every other cell stays in its row and column', () => {
  const { blocks, changed } = pasted(wordNotice);
  expect(rowsOf(blocks[5])).toEqual([
    ['城区', '受影响户数', ''],
    ['', '居民 （户）', '商户'],
    ['滨江', '1200', ''],
  ]);
  expect(counts(changed)).toEqual({ 'merged cells': 1 });
});

test('pictures, remarks and hidden words stay behind and are told; looks and inner addresses are not worth a word', () => {
  const { blocks, dropped } = pasted(wordNotice);
  expect(counts(dropped)).toEqual({ img: 1, remark: 2, 'hidden text': 1 });
  expect(plainText(blocks.slice(-1))).toBe('见附件，目录。');
  expect(plainText(blocks)).not.toMatch(/内部掌握|待核|mso|supportLists/u);
});

test('WPS: bullets of Wingdings and typed ones become lists, boxes to tick stay, a frame is no table', () => {
  const { blocks, changed, dropped } = pasted(wpsNotice);
  expect(blocks).toEqual([
    { type: 'heading', level: 2, runs: [{ text: '防汛提示', bold: true }] },
    { type: 'paragraph', runs: [{ text: '截至18时，水位3.2米。' }] },
    {
      type: 'list',
      ordered: false,
      items: [[{ text: '转移低洼处群众' }], [{ text: '封闭涵洞' }], [{ text: '停课' }], [{ text: '停工' }]],
    },
    { type: 'paragraph', runs: [{ text: '□ 是　□ 否' }] },
    { type: 'paragraph', runs: [{ text: '附表' }] },
    {
      type: 'table',
      header: true,
      rows: [
        [[{ text: '站点' }], [{ text: '水位' }]],
        [[{ text: '东门' }], [{ text: '3.13.2' }]],
      ],
    },
  ]);
  expect(counts(changed)).toEqual({ strike: 1 });
  expect(dropped).toEqual([]);
});

test('numbers that do not count from one are words of the text; a table inside a cell is its text; a program is left behind', () => {
  const { blocks, changed, dropped } = pasted(oddities);
  expect(plainText(blocks)).toBe('3. 第三件\n4. 第四件\n甲 子一 子二\t乙');
  expect(counts(changed)).toEqual({ 'nested table': 1 });
  expect(counts(dropped)).toEqual({ script: 1 });
});

test('tracked changes are not guessed at, pasted or imported', () => {
  expect(pasted(wordTracked).isTracked).toBe(true);
  expect(pasted(wordNotice).isTracked).toBe(false);
  expect(blocksFromHtml(wordTracked, 'file')).toMatchObject({
    ok: false,
    error: [{ code: 'trackedChanges' }],
  });
});

test('an imported page of Word becomes the same lists and table as a pasted one', () => {
  const read = blocksFromHtml(wordNotice, 'file');
  expect(read.ok && read.value.blocks).toEqual(pasted(wordNotice).blocks);
});
