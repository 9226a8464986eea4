import { describe, expect, test } from '@jest/globals';
import type { FindingKind } from '../finding.js';
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
  // The eighth set holds quiet pairs only, with a test of its own below.
  const scores = scorePairs().filter(({ file }) => file !== 'kept-out-8.yaml');
  const quiet = scores.reduce((sum, score) => sum + score.quiet, 0);
  expect(quiet).toBeGreaterThan(150);
  expect(scores.flatMap((score) => score.falseAlarms).length / quiet).toBeLessThanOrEqual(0.02);
});

test('there are at least as many pairs that must not be flagged as there are contradictions to find', () => {
  const scores = scorePairs();
  const count = (of: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0);
  expect(count(({ quiet }) => quiet)).toBeGreaterThanOrEqual(count(({ expected }) => expected));
});

/** Known and open: parts and wholes that no word of the rules tells apart, 数百 against 320, two like events on one day. */
const flaggedByPairs = [
  '其中小学生',
  '公办与全部幼儿园',
  '主城区与下辖县的供热',
  '一次活动与全年的献血',
  '数百与三百二十',
  '总数与其中女性',
  '出动总力量与一家的力量',
  '医院床位与实际开放',
  '灾害直接损失分行业',
];
const flaggedByCheck = [
  '其中小学生',
  '两所学校食源性疾病',
  '公办与全部幼儿园',
  '数百与三百二十',
  '总数与其中女性',
  '医院床位与实际开放',
  '灾害直接损失分行业',
];
test('of the set of quiet pairs, written to be mistaken, only those known are flagged', () => {
  const set = scorePairs().find(({ file }) => file === 'kept-out-8.yaml');
  expect(set?.quiet).toBe(58);
  expect(set?.falseAlarms.filter((name) => !flaggedByPairs.includes(name))).toEqual([]);
  expect(set?.raised.filter((name) => !flaggedByCheck.includes(name))).toEqual([]);
});

/** Written by ourselves with an eye on the rules, and worked on until they were right. */
const own = /^first-look-city-[12]\./;
/** Written by people who did not know the code; those kept out were never worked on, and tell what to expect. */
const byOthers = /^first-look-city-(?:[3-9]|1[0-2])\./;
/** The same, worked on until nearly all was right: at first look 102 of 147 inconsistent ones were found, with 13 false. */
const nearlyRight = /^first-look-city-(?:1[5-9]|2\d|3[0-3])\./;
/** The hardest, told by many in words of their own: at first look 38 of 88 inconsistent ones, with 12 false. */
const hardest = /^first-look-city-(?:3[4-9]|40)\./;
/** By a third author: at first look 14 of 28 inconsistent ones, none false, and 6 of 8 multi-headed, one false. */
const latest = /^first-look-city-4[2-4]\./;
/** Two of three by a fourth hand: at first look 3 of 16 inconsistent ones, one false; only misreadings were mended since. */
const lookedAt = /^first-look-city-4[67]\./;
/**
 * Kept out until they were opened: then 40 of 59 inconsistent ones were found with 7 false, 15 of 21 multi-headed with 5, and three
 * cross-remit and two gaps were false.
 */
const opened = /^first-look-city-(?:13|14|41|45|48|51)\./;
/** Fair scenarios by testers who had read DETECTION.md alone: at first look 160 of 190 inconsistent ones were found, with 21 false. */
const byTesters = /^first-look-city-5[3-8]\./;
/** Two more, written after those were worked on: at first look 50 of 61 with 4 false. */
const byTestersSince = /^first-look-city-(?:59|60)\./;
/** Two more with longer texts: at first look 47 of 66 inconsistent ones with 8 false, and 11 of 22 multi-headed groups with 8. */
const byTestersLast = /^first-look-city-6[12]\./;
/** Two after those: at first look 49 of 56 inconsistent ones with 6 false, and 12 of 20 multi-headed groups with 7. */
const byTestersSinceThen = /^first-look-city-6[34]\./;
/** Two after those: at first look 48 of 62 inconsistent ones with 2 false, 16 of 22 multi-headed groups with 6, 8 of 11 cross-remit. */
const byTestersThisTime = /^first-look-city-6[56]\./;
/**
 * Never worked on; they tell what to expect. Two by a fifth hand, one by a sixth, all of whom had read DETECTION.md and no pattern. What
 * was mended on the cities above found nothing more here, and raised nothing more.
 */
const keptOut = /^kept-out-city-(?:49|50|52)\./;

const cities = scoreCities();
const figures = (
  files: RegExp,
  kind: FindingKind,
): { readonly recall: number; readonly precision: number } => {
  const scores = cities.filter((score) => files.test(score.file) && score.kind === kind);
  const expected = scores.reduce((sum, score) => sum + score.expected, 0);
  const found = expected - scores.flatMap((score) => score.missed).length;
  return {
    recall: found / expected,
    precision: found / (found + scores.flatMap((score) => score.unexpected).length),
  };
};

test('in our own cities all is found and nothing else', () => {
  const scores = cities.filter(({ file }) => own.test(file));
  expect(scores.flatMap((score) => score.unexpected)).toEqual([]);
  expect(scores.flatMap((score) => score.missed)).toEqual([]);
});

/** The targets are 0.95 in each kind; these are what is reached, so that it does not fall again. */
const floors: readonly (readonly [
  name: string,
  files: RegExp,
  of: readonly (readonly [FindingKind, number, number])[],
])[] = [
  [
    'in the cities of others',
    byOthers,
    [
      ['inconsistent', 0.78, 0.96],
      ['multiHeaded', 0.78, 0.95],
      ['duplicate', 1, 1],
      ['crossRemit', 0.88, 1],
      ['gap', 1, 0.92],
    ],
  ],
  [
    'in the cities last worked on',
    nearlyRight,
    [
      ['inconsistent', 0.95, 1],
      ['multiHeaded', 1, 0.96],
      ['duplicate', 1, 1],
      ['crossRemit', 0.94, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the latest cities',
    latest,
    [
      ['inconsistent', 0.92, 0.96],
      ['multiHeaded', 0.75, 0.85],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the hardest cities',
    hardest,
    [
      ['inconsistent', 0.78, 0.98],
      ['multiHeaded', 0.88, 0.91],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities told anew throughout',
    lookedAt,
    [
      ['inconsistent', 0.43, 1],
      ['multiHeaded', 0.75, 1],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 1],
      ['gap', 1, 0.66],
    ],
  ],
  [
    'in the cities opened last',
    opened,
    [
      ['inconsistent', 0.86, 0.96],
      // In city 51 a follow-up draws one head of another group to itself.
      ['multiHeaded', 0.66, 0.82],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 0.9],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the testers’ cities',
    byTesters,
    [
      ['inconsistent', 0.96, 0.98],
      // Groups count only whole: one head less is a miss and a false one.
      ['multiHeaded', 0.96, 0.95],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 0.97],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities written since',
    byTestersSince,
    [
      ['inconsistent', 0.88, 0.93],
      ['multiHeaded', 0.87, 0.87],
      ['duplicate', 1, 1],
      ['crossRemit', 0.93, 0.88],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities written last',
    byTestersLast,
    [
      ['inconsistent', 0.93, 0.98],
      ['multiHeaded', 0.77, 0.8],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities written after those',
    byTestersSinceThen,
    [
      ['inconsistent', 0.94, 0.98],
      ['multiHeaded', 0.65, 0.72],
      ['duplicate', 1, 1],
      ['crossRemit', 0.9, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities of the river and of the mountain',
    byTestersThisTime,
    [
      ['inconsistent', 0.95, 1],
      ['multiHeaded', 0.9, 0.95],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 1],
      ['gap', 1, 1],
    ],
  ],
  [
    'in the cities kept out',
    keptOut,
    [
      ['inconsistent', 0.63, 0.95],
      ['multiHeaded', 0.66, 0.71],
      ['duplicate', 1, 1],
      ['crossRemit', 1, 0.8],
      ['gap', 1, 1],
    ],
  ],
];

describe.each(floors)('%s', (_, files, of) => {
  test.each(of)('%s: recall %p and precision %p at least', (kind, recall, precision) => {
    const reached = figures(files, kind);
    expect(reached.recall).toBeGreaterThanOrEqual(recall);
    expect(reached.precision).toBeGreaterThanOrEqual(precision);
  });
});
