import { expect, test } from '@jest/globals';
import { matching, stepped } from './palette-list.js';

const targets = [
  { to: '/releases', name: '发布稿' },
  { to: '/progress', name: '发布进度' },
  { to: '/settings', name: 'Settings' },
];

test('a target is found by any part of its name, by several at once, whatever their case', () => {
  const names = (typed: string) => matching(targets, typed).map(({ to }) => to);
  expect(names('')).toEqual(['/releases', '/progress', '/settings']);
  expect(names('发布')).toEqual(['/releases', '/progress']);
  expect(names('进度  发布')).toEqual(['/progress']);
  expect(names('SET')).toEqual(['/settings']);
  expect(names('没有的')).toEqual([]);
});

test('the arrows go round the ends, and no other key moves anything', () => {
  expect([stepped(2, 3, 'ArrowDown'), stepped(0, 3, 'ArrowUp'), stepped(0, 3, 'ArrowDown')]).toEqual([
    0, 2, 1,
  ]);
  expect([stepped(0, 3, 'Enter'), stepped(0, 0, 'ArrowDown')]).toEqual([null, null]);
});
