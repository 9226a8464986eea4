import { expect, test } from '@jest/globals';
import { clockTone } from './clock-face.js';

const hour = 3_600_000;

test('a clock becomes urgent on its last day and an error once it is late', () => {
  const tones = [48 * hour, 23 * hour, 0, -hour].map((leftMs) => clockTone({ leftMs, paused: false }));
  expect(tones).toEqual(['info', 'warning', 'error', 'error']);
});

test('a clock that stands still is never late', () => {
  expect(clockTone({ leftMs: -hour, paused: true })).toBe('quiet');
});
