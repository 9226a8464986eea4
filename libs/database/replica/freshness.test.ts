import { expect, test } from '@jest/globals';
import { foreignTo, heldSince, isSameServer, standingOf, type Bearings } from './freshness.js';

const primary: Bearings = { isStandby: false, system: '7', database: 'koujing', position: 500 };
const standby: Bearings = { ...primary, isStandby: true };

test.each([
  ['a standby that has replayed everything', {}, null],
  ['a standby that has much to replay', { position: 0 }, null],
  ['another primary, even one of the same name', { isStandby: false }, 'notStandby'],
  ['a standby of another system', { system: '8' }, 'otherSystem'],
  ['another database of the standby', { database: 'archive' }, 'otherDatabase'],
  ['a standby that went on without the primary', { position: 501 }, 'ahead'],
] as const)('%s is told by what it says of itself', (_, change, why) => {
  expect(foreignTo(primary, { ...standby, ...change })).toBe(why);
});

test('a replica holds everything up to the newest mark that it has passed, whatever the order of the marks', () => {
  const marks = [
    { at: 30, position: 300 },
    { at: 10, position: 100 },
    { at: 20, position: 100 },
  ];
  expect([99, 100, 299, 300].map((position) => heldSince(marks, position))).toEqual([null, 20, 20, 30]);
  expect(heldSince([], 100)).toBeNull();
});

test('it is asked up to the limit of its lag and not beyond, and grows late when nobody looks any more', () => {
  const known = { trouble: null, heldAt: 1_000 };
  const at = (now: number) => standingOf(known, now, 5_000);
  expect(at(6_000)).toEqual({ kind: 'used', lagMs: 5_000 });
  expect(at(6_001)).toEqual({ kind: 'behind', lagMs: 5_001 });
  expect(standingOf({ ...known, heldAt: null }, 1_000, 5_000)).toEqual({ kind: 'behind', lagMs: null });
});

test('one that is away or somebody else’s is not asked, however fresh it was a moment ago', () => {
  expect(standingOf({ trouble: 'away', heldAt: 1_000 }, 1_000, 5_000)).toEqual({ kind: 'away' });
  expect(standingOf({ trouble: 'ahead', heldAt: 1_000 }, 1_000, 5_000)).toEqual({
    kind: 'foreign',
    why: 'ahead',
  });
});

test('the primary’s own address is known under another user, and with the usual port written or not', () => {
  const own = 'postgres://koujing:secret@db.example/koujing';
  expect(isSameServer(own, 'postgresql://reader@db.example:5432/koujing?sslmode=require')).toBe(true);
  for (const other of ['replica.example/koujing', 'db.example:5433/koujing', 'db.example/other'])
    expect(isSameServer(own, `postgres://koujing:secret@${other}`)).toBe(false);
});
