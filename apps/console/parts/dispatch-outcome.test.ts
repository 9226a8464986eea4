import { expect, test } from '@jest/globals';
import { outcomeOf } from './dispatch-outcome.js';

test.each([
  ['part is out and part waits for a person', { delivered: 1, rejected: 1 }, 'partly'],
  ['every channel refused it', { rejected: 2, needsPerson: 1 }, 'none'],
  ['one refused it and one is on its way', { rejected: 1, sending: 1 }, 'running'],
  ['one is being asked about', { delivered: 1, unknown: 1 }, 'running'],
  ['what was replaced is not waited for', { verified: 2, superseded: 1 }, 'complete'],
] as const)('%s', (_, counts, outcome) => {
  expect(outcomeOf(counts)).toBe(outcome);
});
