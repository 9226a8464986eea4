import { expect, test } from '@jest/globals';
import { Batcher } from './batcher.js';

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what arrives during one flush shares the next', async () => {
  const flushes: number[][] = [];
  const batcher = new Batcher<number, number>(async (items) => {
    flushes.push([...items]);
    await tick();
    return items.map((item) => item * 2);
  });
  const first = batcher.add(1);
  await tick();
  const rest = Promise.all([2, 3, 4].map((item) => batcher.add(item)));
  expect([await first, ...(await rest)]).toEqual([2, 4, 6, 8]);
  expect(flushes).toEqual([[1], [2, 3, 4]]);
});

test('an item that spoils its flush harms no other', async () => {
  const batcher = new Batcher<number, number>(async (items) => {
    if (items.includes(2)) throw new Error('two is refused');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
