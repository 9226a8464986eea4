import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Block, Run } from './block.js';
import { blocksSchema } from './block.api.js';
import { safeHref } from './block-limits.api.js';
import { blocksFromHtml } from './blocks-from-html.js';
import { htmlFromBlocks } from './html-from-blocks.js';
import { readable, tidy } from './runs.js';

const read = (html: string) => {
  const result = blocksFromHtml(html);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('headings, paragraphs, lists, quotes and tables become blocks; Heading 1 becomes the title', () => {
  const reading = read(`<h1>关于<b>供水</b>抢修的通报</h1><p align="center">第1号</p>
    <p>请<strong>提前</strong>储水，详见<a href="https://water.example/a?b=1&amp;c=2">网站</a>。</p>
    <h2>取水点</h2><ol><li>东门</li><li>西门<ul><li>临时点</li></ul></li></ol>
    <blockquote><p>引文</p></blockquote>
    <table><tr><th>地点</th><th>电话</th></tr><tr><td>东门</td><td>0000-1</td></tr></table>`);
  expect(reading.title).toBe('关于供水抢修的通报');
  expect(reading.dropped).toEqual([]);
  expect(reading.blocks).toEqual([
    { type: 'paragraph', runs: [{ text: '第1号' }], align: 'center' },
    {
      type: 'paragraph',
      runs: [
        { text: '请' },
        { text: '提前', bold: true },
        { text: '储水，详见' },
        { text: '网站', href: 'https://water.example/a?b=1&c=2' },
        { text: '。' },
      ],
    },
    { type: 'heading', level: 2, runs: [{ text: '取水点' }] },
    { type: 'list', ordered: true, items: [[{ text: '东门' }], [{ text: '西门' }], [{ text: '临时点' }]] },
    { type: 'quote', runs: [{ text: '引文' }] },
    {
      type: 'table',
      header: true,
      rows: [
        [[{ text: '地点' }], [{ text: '电话' }]],
        [[{ text: '东门' }], [{ text: '0000-1' }]],
      ],
    },
  ]);
});

test('merged cells keep every other cell in its column', () => {
  const { blocks } = read(
    '<table><tr><td rowspan="2">城区</td><td colspan="2">东</td></tr><tr><td>甲</td><td>乙</td></tr></table>',
  );
  const rows = blocks[0]?.type === 'table' ? blocks[0].rows : [];
  expect(rows.map((cells) => cells.map((runs) => runs.map(({ text }) => text).join('')))).toEqual([
    ['城区', '东', ''],
    ['', '甲', '乙'],
  ]);
});

test('a line break in the source is no blank between Chinese characters, and one between words', () => {
  expect(read('<p>市水务局\n   立即抢修，\n预计 18 时\nreturn to\nnormal</p>').blocks).toEqual([
    { type: 'paragraph', runs: [{ text: '市水务局立即抢修，预计 18 时 return to normal' }] },
  ]);
});

test('characters that hide or turn round what is signed are gone', () => {
  expect(read('<p>死亡\u202E3\u202C人\u200B，\u0000伤5人</p>').blocks).toEqual([
    { type: 'paragraph', runs: [{ text: '死亡3人，伤5人' }] },
  ]);
});

test('what is left out is listed, and its surroundings are kept', () => {
  const { blocks, dropped } = read(
    '<style>p{}</style><form>一<input value="x"></form><iframe src="https://a.example"></iframe><p>二<img src="https://a.example/p.png"></p><p style="display:none">三</p><a href="/etc">四</a>',
  );
  expect(blocks.map((block) => (block.type === 'paragraph' ? block.runs[0]?.text : ''))).toEqual([
    '一',
    '二',
    '四',
  ]);
  expect(Object.fromEntries(dropped.map(({ what, count }) => [what, count]))).toEqual({
    style: 1,
    form: 1,
    input: 1,
    iframe: 1,
    img: 1,
    'hidden text': 1,
    link: 1,
  });
});

describe('HTML with scripts is refused with a reason that names the field', () => {
  for (const html of [
    '<p>正文</p><script>alert(1)</script>',
    '<p onclick="x()">正文</p>',
    '<a href="java\tscript:alert(1)">链接</a>',
    '<svg><script>1</script></svg>',
    '<template><img src=x onerror=alert(1)></template>',
    '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
    '<iframe srcdoc="<p>"></iframe>',
    '<object data="x"></object>',
  ])
    test(html, () => {
      const result = blocksFromHtml(html, 'body');
      expect(result).toMatchObject({ ok: false, error: [{ code: 'activeContent', field: 'body' }] });
    });
});

test('too much of anything is refused with field and limit', () => {
  expect(blocksFromHtml('字'.repeat(1_000_000))).toMatchObject({
    ok: false,
    error: [{ code: 'tooLarge', field: 'body', allowed: '≤ 2 MB' }],
  });
  expect(blocksFromHtml('<p>一</p>'.repeat(2_001))).toMatchObject({
    ok: false,
    error: [{ code: 'overLimit' }],
  });
  expect(blocksFromHtml(`<p>${'字'.repeat(20_001)}</p>`)).toMatchObject({
    ok: false,
    error: [{ code: 'overLimit', message: expect.stringContaining('第 1 段') }],
  });
  expect(blocksFromHtml('<div>'.repeat(5_000))).toMatchObject({
    ok: false,
    error: [{ code: 'nestedTooDeeply' }],
  });
});

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=',
    'alert(1)',
    '>',
    '<p>',
    '</p>',
    '<svg/onload=',
    '<a href="',
    'javascript:',
    'JaVa\nScript:',
    '"',
    "'",
    '<style>',
    '</style>',
    '<noscript>',
    '</noscript>',
    '<template>',
    '<math>',
    '<table>',
    '<tr><td colspan=9>',
    '<li>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;script&gt;',
    '&#x6a;avascript:',
    '\u0000',
    '正文',
    '<ul>',
    '</ul>',
    '<b>',
    '<iframe srcdoc="',
    '<h1>',
    'data:text/html,',
    '<textarea>',
    '<title>',
    '<select>',
    '<form action=',
  ],
);

test('no script survives, whatever is thrown at it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 }), (parts) => {
      const result = blocksFromHtml(parts.join(''));
      if (!result.ok) return;
      expect(blocksSchema.safeParse(result.value.blocks).success).toBe(true);
      const html = htmlFromBlocks(result.value.blocks);
      expect(html).not.toMatch(/<script|<iframe|<svg|<form|<style/iu);
      expect(html).not.toMatch(/<[^>]*\son\w+\s*=/iu);
      for (const [, href] of html.matchAll(/<[^>]* href="([^"]*)"/gu)) expect(href).toMatch(safeHref);
    }),
    { numRuns: 2_000 },
  );
});

/** Text as it stands in blocks: folded and without unseen characters. */
const runs = fc
  .array(
    fc.record<Run>(
      {
        text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map(readable),
        bold: fc.constant<true>(true),
        italic: fc.constant<true>(true),
        href: fc.webUrl({ withQueryParameters: true }),
      },
      { requiredKeys: ['text'] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(tidy)
  .filter((some) => some.length > 0);

test('an editor’s HTML reads back to the same blocks', () => {
  const blocks: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), runs }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3, 4), runs }),
    fc.record({ type: fc.constant('quote' as const), runs }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
    fc
      .array(fc.tuple(runs, runs), { minLength: 1, maxLength: 3 })
      .chain((rows) =>
        fc.record({ type: fc.constant('table' as const), header: fc.boolean(), rows: fc.constant(rows) }),
      ),
  );
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 5 }), (some) => {
      expect(read(htmlFromBlocks(some)).blocks).toEqual(some);
    }),
    { numRuns: 300 },
  );
});

test('pictures inside the HTML are taken; those from elsewhere are left out and listed', () => {
  const inside = `data:image/png;base64,${Buffer.from('picture').toString('base64')}`;
  const html = `<p>一</p><picture><source srcset="a.webp"><img alt="现场" src="${inside}"></picture><img src="https://example.org/a.png"><p>data:image/png;base64,AAAA</p>`;
  const read = blocksFromHtml(html, 'file', (bytes) => {
    expect(Buffer.from(bytes).toString()).toBe('picture');
    return { kind: 'taken', sha256: 'b'.repeat(64) };
  });
  expect(read).toEqual({
    ok: true,
    value: {
      title: null,
      blocks: [
        { type: 'paragraph', runs: [{ text: '一' }] },
        { type: 'image', assetSha256: 'b'.repeat(64), alt: '现场' },
        { type: 'paragraph', runs: [{ text: 'data:image/png;base64,AAAA' }] },
      ],
      dropped: [{ what: 'img', count: 1 }],
    },
  });
});

test('a large picture inside the HTML does not count as text', () => {
  const letters = 'A'.repeat(12 * 1_048_576);
  const read = blocksFromHtml(`<img src='data:image/jpeg;base64,${letters}'><p>一</p>`, 'file', (bytes) => {
    expect(bytes).toHaveLength(9 * 1_048_576);
    return { kind: 'taken', sha256: 'c'.repeat(64) };
  });
  expect(read).toMatchObject({ ok: true, value: { blocks: [{ type: 'image' }, { type: 'paragraph' }] } });
});
