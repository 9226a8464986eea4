import { expect, test } from '@jest/globals';
import type { ApprovalSummary } from '../../api/contract.js';
import { nextAfter, placeOf, stepFrom } from './queue.js';

const queue = ['a', 'b', 'c'].map((id) => ({ release: { id } }) as ApprovalSummary);

test('after a decision the one behind it opens, from the last the first, and none when none is left', () => {
  expect(['a', 'b', 'c'].map((id) => nextAfter(queue, id))).toEqual(['b', 'c', 'a']);
  expect(nextAfter(queue, 'decided long ago')).toBe('a');
  expect(nextAfter(queue.slice(0, 1), 'a')).toBeNull();
});

test('J and K go round the ends and stay where nothing else waits', () => {
  expect([stepFrom(queue, 'c', 1), stepFrom(queue, 'a', -1), stepFrom(queue, 'b', 1)]).toEqual([
    'a',
    'c',
    'c',
  ]);
  expect(stepFrom(queue.slice(0, 1), 'a', 1)).toBeNull();
  expect(stepFrom(queue, 'not among them', 1)).toBe('a');
  expect(placeOf(queue, 'b')).toBe(1);
});
