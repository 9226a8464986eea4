import { expect, test } from '@jest/globals';
import type { RulingKind } from '../conflict.api.js';
import type { RuledFinding } from './ruled-findings.sql.js';
import { tuningOf } from './tuning.js';

const ruled = (count: number, ruling: RulingKind, confidence: number): RuledFinding[] =>
  Array.from({ length: count }, () => ({ kind: 'inconsistent', attributes: ['deaths'], confidence, ruling }));

test('a false alarm is what was ruled no conflict; what may stand side by side was found rightly', () => {
  const [all] = tuningOf([
    ...ruled(6, 'preferA', 0.9),
    ...ruled(2, 'letStand', 0.9),
    ...ruled(2, 'notAConflict', 0.9),
  ]);
  expect(all).toMatchObject({ ruled: 10, wrong: 2, letStand: 2, precision: { value: 0.8 } });
  // Wilson, 8 of 10.
  expect(all?.precision?.low).toBeCloseTo(0.49, 2);
  expect(all?.precision?.high).toBeCloseTo(0.943, 2);
});

test('few rulings propose nothing', () => {
  const [all] = tuningOf([...ruled(10, 'preferA', 0.9), ...ruled(5, 'notAConflict', 0.5)]);
  expect(all?.proposal).toEqual({ kind: 'tooFew', needed: 5 });
});

test('false alarms of low confidence propose a threshold above them', () => {
  const [all] = tuningOf([
    ...ruled(40, 'preferA', 0.9),
    ...ruled(1, 'preferB', 0.6),
    ...ruled(8, 'notAConflict', 0.6),
  ]);
  expect(all?.proposal).toMatchObject({ kind: 'raise', threshold: 0.9, precision: 1, lost: 1, spared: 8 });
});

test('no threshold is proposed that would lose more than a tenth of what was found rightly', () => {
  const [all] = tuningOf([
    ...ruled(20, 'preferA', 0.6),
    ...ruled(20, 'preferA', 0.9),
    ...ruled(10, 'notAConflict', 0.6),
  ]);
  expect(all?.proposal).toEqual({ kind: 'noThreshold' });
});

test('what is precise enough is kept', () => {
  const [all] = tuningOf([...ruled(39, 'withdraw', 0.7), ...ruled(1, 'notAConflict', 0.7)]);
  expect(all?.proposal).toEqual({ kind: 'keep' });
});

test('each attribute is counted by itself beside its kind', () => {
  const places = ruled(4, 'notAConflict', 0.8).map((each) => ({ ...each, attributes: ['place'] as const }));
  const rows = tuningOf([...ruled(4, 'preferA', 0.8), ...places]);
  expect(rows.map(({ attribute, ruled: count, wrong }) => [attribute, count, wrong])).toEqual([
    [null, 8, 4],
    ['deaths', 4, 0],
    ['place', 4, 4],
  ]);
});
