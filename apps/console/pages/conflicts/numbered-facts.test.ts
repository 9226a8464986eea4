import { expect, test } from '@jest/globals';
import type { FindingView } from '../../api/contract.js';
import { numberedFacts, spansIn } from './numbered-facts.js';

const finding = {
  facts: [
    {
      attribute: 'time',
      a: { release: 'water', text: '明日8时停水', start: 5, end: 7, value: '08:00' },
      b: { release: 'traffic', text: '明日9时封路', start: 5, end: 7, value: '09:00', quoted: '市公安局' },
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
    [{ words: '8时', clause: '明日8时停水', value: '08:00', source: null, quoted: null }],
    [{ words: '9时', clause: '明日9时封路', value: '09:00', source: null, quoted: '市公安局' }],
  ]);
});

test('the disagreeing words carry the same number in both texts', () => {
  expect([spansIn(finding, 'water'), spansIn(finding, 'traffic')]).toEqual([
    [{ start: 5, end: 7, number: 1 }],
    [{ start: 5, end: 7, number: 1 }],
  ]);
});

test('what stands beside the text is shown by its value and marked nowhere in the text', () => {
  const [fact] = finding.facts;
  const beside = {
    ...finding,
    facts: [{ ...fact, b: { ...fact?.b, release: 'water', source: '附件.docx' } }],
  };
  const [shown] = numberedFacts(beside as FindingView);
  expect(shown?.statements[0]?.map(({ words, source }) => [words, source])).toEqual([
    ['8时', null],
    ['09:00', '附件.docx'],
  ]);
  expect(spansIn(beside as FindingView, 'water')).toEqual([{ start: 5, end: 7, number: 1 }]);
});
