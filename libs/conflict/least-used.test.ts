import { expect, test } from '@jest/globals';
import { LeastUsed } from './least-used.js';

const things = Array.from({ length: 5 }, (_, n) => ({ id: `r${n}` }));
const [first, second, third, fourth] = things as [Thing, Thing, Thing, Thing];
interface Thing {
  readonly id: string;
}

test('what is held never weighs more than the budget, and the longest unused goes first', () => {
  const held = new LeastUsed<Thing, Uint8Array>(100, (bytes) => bytes.byteLength);
  for (const thing of [first, second, third]) held.put(thing, new Uint8Array(30));
  held.known(first);
  held.put(fourth, new Uint8Array(30));
  expect(held.weight).toBe(90);
  expect([first, second, third, fourth].map((thing) => held.known(thing) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('one that is heavier than the whole budget is not held at all', () => {
  const held = new LeastUsed<Thing, Uint8Array>(100, (bytes) => bytes.byteLength);
  held.put(first, new Uint8Array(101));
  expect([held.weight, held.known(first)]).toEqual([0, undefined]);
});

test('another version with the same id is read anew, and the old one no longer weighs', () => {
  const held = new LeastUsed<Thing, string>(100, (text) => text.length);
  held.put(first, '一二三');
  expect(held.of({ id: first.id }, () => '四')).toBe('四');
  expect(held.weight).toBe(1);
});
