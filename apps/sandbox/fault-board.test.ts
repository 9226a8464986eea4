import { expect, test } from '@jest/globals';
import { FaultBoard } from './fault-board.js';
import { outcomeKinds } from './fault.js';
import { faultPresets } from './fault-presets.js';

const share = { channel: 'weibo', call: 'statuses/share', kind: 'error' } as const;

test('a fault is used up after its times, the oldest first', () => {
  const board = new FaultBoard();
  board.add({ ...share, code: 1, times: 2 });
  board.add({ ...share, code: 2 });
  const taken = [1, 2, 3, 4].map(() => board.take('weibo', 'statuses/share', outcomeKinds)?.code);
  expect(taken).toEqual([1, 1, 2, undefined]);
});

test('skipped calls go well first', () => {
  const board = new FaultBoard();
  board.add({ ...share, code: 1, skip: 2 });
  const taken = [1, 2, 3, 4].map(() => board.take('weibo', 'statuses/share', outcomeKinds)?.code);
  expect(taken).toEqual([undefined, undefined, 1, undefined]);
});

test('a fault without end stays until it is removed', () => {
  const board = new FaultBoard();
  const { id } = board.add({ ...share, times: 'always' });
  for (let call = 0; call < 5; call++) board.take('weibo', 'statuses/share', outcomeKinds);
  expect(board.list()).toMatchObject([{ id, hits: 5 }]);
  expect([board.remove(id), board.remove(id), board.list()]).toEqual([true, false, []]);
});

test('other calls, other channels, other kinds and other texts are left alone', () => {
  const board = new FaultBoard();
  board.add({ ...share, match: '停水' });
  expect(board.take('weibo', 'statuses/destroy', outcomeKinds, '停水')).toBeUndefined();
  expect(board.take('wechat', 'statuses/share', outcomeKinds, '停水')).toBeUndefined();
  expect(board.take('weibo', 'statuses/share', ['latency'], '停水')).toBeUndefined();
  expect(board.take('weibo', 'statuses/share', outcomeKinds, '停电')).toBeUndefined();
  expect(board.take('weibo', 'statuses/share', outcomeKinds, '停水通知')).toBeDefined();
});

test('a call that the platform does not have is refused with the calls it has', () => {
  expect(() => new FaultBoard().add({ ...share, call: 'statuses/shout' })).toThrow(
    /one of: \*, oauth2\/authorize/,
  );
});

test('every ready-made switch can be ordered', () => {
  const board = new FaultBoard();
  for (const { order } of faultPresets) board.add(order);
  expect(board.list()).toHaveLength(faultPresets.length);
});
