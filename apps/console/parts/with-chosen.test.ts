import { expect, test } from '@jest/globals';
import { withChosen } from './with-chosen.js';

const daily = { id: 'daily', name: '滨海日报' };
const evening = { id: 'evening', name: '滨海晚报' };

test('the outlet of a reporter is named although the search does not find it', () => {
  expect(withChosen([evening], 'daily', daily)).toEqual([daily, evening]);
  expect(withChosen([daily, evening], 'daily', daily)).toEqual([daily, evening]);
});

test('another outlet never bears the name of the one that it replaces', () => {
  expect(withChosen([], 'evening', daily)).toEqual([]);
  expect(withChosen([daily], 'evening')).toEqual([daily]);
});

test('nothing is named before anything is chosen', () => {
  expect(withChosen([daily], '', null)).toEqual([daily]);
});
