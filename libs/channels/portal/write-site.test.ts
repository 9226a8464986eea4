import { expect, test } from '@jest/globals';
import { inLanes } from './write-site.js';

const pages = Array.from({ length: 50 }, (_, number) => number);
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('every page is written once, and what was written is counted', async () => {
  const written: number[] = [];
  const count = await inLanes(pages, async (page) => {
    await soon();
    written.push(page);
    return page % 2;
  });
  expect(written.toSorted((a, b) => a - b)).toEqual(pages);
  expect(count).toBe(25);
});

test('the first failure ends all lanes and is told only when nobody writes any more', async () => {
  let writing = 0;
  let begun = 0;
  const failing = inLanes(pages, async (page) => {
    begun += 1;
    writing += 1;
    await soon();
    writing -= 1;
    if (page === 3) throw new Error('the disk is full');
    return 1;
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(writing).toBe(0);
  expect(begun).toBeLessThan(pages.length);
});
