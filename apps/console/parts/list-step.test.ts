import { expect, test } from '@jest/globals';
import { listStep } from './list-step.js';

test('J and K go through a list from before its first row to its last, and stay there', () => {
  expect([listStep(-1, 3, 'j'), listStep(0, 3, 'j'), listStep(2, 3, 'j')]).toEqual([0, 1, null]);
  expect([listStep(2, 3, 'k'), listStep(0, 3, 'k'), listStep(-1, 3, 'k')]).toEqual([1, null, null]);
  expect([listStep(0, 0, 'j'), listStep(1, 3, 'x'), listStep(1, 3, 'Enter')]).toEqual([null, null, null]);
});
