import { expect, test } from '@jest/globals';
import { proposeRuling } from './propose-ruling.js';
import type { FactConflict, FactSide } from './finding.js';

const at = new Date('2026-11-23T09:00:00+08:00');
const side = (release: string): FactSide => ({ release, text: '死亡2人', start: 0, end: 4, value: '2人' });
const facts: readonly FactConflict[] = [{ attribute: 'deaths', a: side('a'), b: side('b') }];
const out = (id: string) => ({ id, releasedAt: at });
const kept = (id: string) => ({ id, releasedAt: null });
const inconsistent = { kind: 'inconsistent', facts, releases: ['a', 'b'] } as const;

test('of two texts the one that is out is proposed to hold, whichever it is', () => {
  expect(proposeRuling(inconsistent, [out('a'), kept('b')]).ruling).toBe('preferA');
  expect(proposeRuling(inconsistent, [kept('a'), out('b')]).ruling).toBe('preferB');
});

test('where both are out, or neither, nothing is proposed before the organs were asked', () => {
  for (const releases of [
    [out('a'), out('b')],
    [kept('a'), kept('b')],
  ]) {
    const { ruling, words } = proposeRuling(inconsistent, releases);
    expect([ruling, words]).toEqual([null, expect.stringContaining('召集协调')]);
  }
});

test('what departs from an agreed line or from what the press was told is proposed to be taken back', () => {
  for (const said of ['line:l1', 'answer:x1']) {
    const departing = {
      ...inconsistent,
      facts: [{ attribute: 'deaths', a: side(said), b: side('b') } as const],
    };
    expect(proposeRuling(departing, [kept('b')]).ruling).toBe('withdraw');
  }
});

test('each other kind has its proposal, and a gap that the organ be urged (Art.15)', () => {
  const of = (kind: 'gap' | 'crossRemit' | 'duplicate' | 'multiHeaded') =>
    proposeRuling({ kind, facts: [], releases: [] }, []).ruling;
  expect([of('gap'), of('crossRemit'), of('duplicate'), of('multiHeaded')]).toEqual([
    ...[null, 'withdraw', 'withdraw', 'joint'],
  ]);
});
