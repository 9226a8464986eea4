import { expect, test } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import { plainText, type Block, type Run } from '@koujing/block';
import fc from 'fast-check';
import { blocksSchema } from '../../../../../libs/block/block.api.js';
import { blocksOfDoc, docOfBlocks, type DocNode } from './body-doc.js';
import { bodyNodes } from './body-extensions.js';
import { placesOf, plainOfDoc } from './doc-places.js';
import { Picture } from './picture-node.js';

const schema = getSchema([...bodyNodes, Picture]);

/** As the editor holds it: through its own schema, which refuses what it does not know. */
const opened = (blocks: readonly Block[]) => {
  const node = schema.nodeFromJSON(docOfBlocks(blocks));
  node.check();
  return node;
};

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
    bold: fc.constant<true>(true),
    italic: fc.constant<true>(true),
    href: fc.constantFrom('https://a.example/b?c=1', 'tel:12345', 'mailto:a@b.example'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 4 });
const digest = fc.constantFrom('a'.repeat(64), 'b'.repeat(64));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    {
      type: fc.constant('paragraph' as const),
      runs,
      align: fc.constantFrom('left' as const, 'center', 'right'),
    },
    { requiredKeys: ['type', 'runs'] },
  ),
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3, 4), runs }),
  fc.record({ type: fc.constant('quote' as const), runs }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(runs, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(runs, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record(
    { type: fc.constant('image' as const), assetSha256: digest, alt: fc.string(), caption: fc.string() },
    { requiredKeys: ['type', 'assetSha256', 'alt'] },
  ),
);
/** Everything that the server takes, also what no editor would write: empty runs, rows of different lengths. */
const documents = fc.array(block, { maxLength: 6 });

test('whatever text the server takes, the editor opens it and hands it back as it is stored', () => {
  fc.assert(
    fc.property(documents, (blocks) => {
      expect(blocksSchema.safeParse(blocks).success).toBe(true);
      expect(blocksOfDoc(opened(blocks).toJSON() as DocNode, blocks)).toEqual(blocks);
    }),
    { numRuns: 400 },
  );
});

const joined = (some: readonly Run[]): Run[] =>
  (blocksOfDoc(docOfBlocks([{ type: 'quote', runs: some }]))[0] as { runs: Run[] } | undefined)?.runs ?? [];
const line = runs.map(joined).filter((some) => some.length > 0);
/** As an editor writes them: neighbours of one style are one run, nothing is empty, tables are full. */
const written: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), runs: line }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.tuple(runs.map(joined), line), { minLength: 1, maxLength: 3 }),
  }),
);

test('what the editor itself wrote comes back without anything to compare it with', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 5 }), (blocks) => {
      const back = blocksOfDoc(opened(blocks).toJSON() as DocNode);
      expect(back).toEqual(blocks);
      expect(blocksSchema.safeParse(back).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a change in one block leaves the odd form of the others as it is stored', () => {
  const odd: Block = { type: 'paragraph', runs: [{ text: '停' }, { text: '' }, { text: '水' }] };
  const doc = docOfBlocks([odd, { type: 'quote', runs: [{ text: '引' }] }]);
  const [first] = doc.content ?? [];
  const changed = {
    ...doc,
    content: [first as DocNode, { type: 'quote', content: [{ type: 'text', text: '改' }] }],
  };
  expect(blocksOfDoc(changed, [odd])).toEqual([odd, { type: 'quote', runs: [{ text: '改' }] }]);
});

test('lines, items and headings left empty are no part of the text', () => {
  const empty = { type: 'paragraph' };
  const doc: DocNode = {
    type: 'doc',
    content: [
      empty,
      { type: 'heading', attrs: { level: 3 } },
      { type: 'bulletList', content: [{ type: 'listItem', content: [empty] }] },
    ],
  };
  expect(blocksOfDoc(doc)).toEqual([]);
});

test('the plain text is the detector’s, and every character of it is found again in the document', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 5 }), (blocks) => {
      const node = opened(blocks);
      const text = plainOfDoc(node.toJSON() as DocNode);
      expect(text.plain).toBe(plainText(blocks));
      for (const [at, char] of [...text.plain].map((one, index) => [index, one] as const)) {
        if (text.plain[at] !== char) return;
        for (const { from, to } of placesOf(text, at, at + 1)) expect(node.textBetween(from, to)).toBe(char);
      }
    }),
    { numRuns: 300 },
  );
});

test('a fact that runs over the edge of a cell is found in both', () => {
  const cell = (text: string): Run[] => [{ text }];
  const blocks: Block[] = [{ type: 'table', header: true, rows: [[cell('死亡'), cell('3人')]] }];
  const node = opened(blocks);
  const text = plainOfDoc(node.toJSON() as DocNode);
  const places = placesOf(text, 0, text.plain.length);
  expect(places.map(({ from, to }) => node.textBetween(from, to))).toEqual(['死亡', '3人']);
});
