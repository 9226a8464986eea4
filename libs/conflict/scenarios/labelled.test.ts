import { expect, test } from '@jest/globals';
import { scoreCities, scorePairs } from './labelled.js';

/** Figures at first look are in the README; what is listed here is known and open. */
test('of the labelled pairs, told independently, at least 94 % of the contradictions are cited on both sides', () => {
  const scores = scorePairs();
  const expected = scores.reduce((sum, score) => sum + score.expected, 0);
  const missed = scores.flatMap((score) => score.missed);
  expect(expected).toBeGreaterThan(100);
  expect(missed.length / expected).toBeLessThan(0.06);
});

test('of the labelled pairs that agree or follow each other, at most one in fifty is flagged', () => {
  const scores = scorePairs();
  const quiet = scores.reduce((sum, score) => sum + score.quiet, 0);
  expect(quiet).toBeGreaterThan(150);
  expect(scores.flatMap((score) => score.falseAlarms).length / quiet).toBeLessThanOrEqual(0.02);
});

test('through check, of the labelled pairs at least 88 % of the contradictions are found, and at most two more', () => {
  const scores = scorePairs();
  const expected = scores.reduce((sum, score) => sum + score.expected, 0);
  expect(scores.flatMap((score) => score.raised).length).toBeLessThanOrEqual(2);
  expect(scores.flatMap((score) => score.unseen).length / expected).toBeLessThanOrEqual(0.12);
});

test('in the labelled cities nothing is found that is not expected', () => {
  expect(scoreCities().flatMap((score) => score.unexpected)).toEqual([]);
});

test('in the labelled cities duplicates, cross-remit releases and gaps are all found', () => {
  const missed = scoreCities()
    .filter(({ kind }) => kind === 'duplicate' || kind === 'crossRemit' || kind === 'gap')
    .flatMap((score) => score.missed);
  expect(missed).toEqual([]);
});

test('in the labelled cities at least 90 % of the contradictions and of the many voices are found', () => {
  for (const kind of ['inconsistent', 'multiHeaded'] as const) {
    const scores = scoreCities().filter((score) => score.kind === kind);
    const expected = scores.reduce((sum, score) => sum + score.expected, 0);
    expect(scores.flatMap((score) => score.missed).length / expected).toBeLessThanOrEqual(0.1);
  }
});
