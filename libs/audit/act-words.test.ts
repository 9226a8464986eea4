import { expect, test } from '@jest/globals';
import { actWords } from './act-words.js';

test('an act in English goes on from who did it, and leads to the thing with that thing’s own article', () => {
  const told = Object.entries(actWords).map(([name, { en }]) => [name, en] as const);
  // “The system the platform accepted the delivery”, “warned of the unanswered the interview”.
  expect(told.filter(([, en]) => /^(?:the|an?) /u.test(en))).toEqual([]);
  expect(told.filter(([, en]) => /\b(?:the|an?)(?: un\w+)?$/u.test(en))).toEqual([]);
});
