import { expect, test } from '@jest/globals';
import type { FindingView } from '../../api/contract.js';
import { numberedFacts, spansIn } from './numbered-facts.js';

const finding = {
  facts: [
    {
      attribute: 'time',
      a: { release: 'water', text: '明日8时停水', start: 5, end: 7, value: '08:00' },
      b: { release: 'traffic', text: '明日9时封路', start: 5, end: 7, value: '09:00' },
    },
  ],
  texts: [
    { releaseId: 'water', version: 1, digest: '', title: '停水', body: '明日8时停水' },
    { releaseId: 'traffic', version: 1, digest: '', title: '封路', body: '明日9时封路' },
  ],
} as unknown as FindingView;

test('each text states its own side of a fact, in its own words', () => {
  const [fact] = numberedFacts(finding);
  expect(fact?.statements).toEqual([
    [{ words: '8时', clause: '明日8时停水', value: '08:00' }],
    [{ words: '9时', clause: '明日9时封路', value: '09:00' }],
  ]);
});

test('the disagreeing words carry the same number in both texts', () => {
  expect([spansIn(finding, 'water'), spansIn(finding, 'traffic')]).toEqual([
    [{ start: 5, end: 7, number: 1 }],
    [{ start: 5, end: 7, number: 1 }],
  ]);
});
