import { expect, test } from '@jest/globals';
import type { Checked } from './use-live-check.js';
import { factSpans } from './fact-spans.js';

const title = '事故通报';
const typed = '## 情况\n\n造成**5人**死亡、6人受伤。';
const plain = '情况\n造成5人死亡、6人受伤。';
const at = (words: string) => {
  const start = title.length + 1 + plain.indexOf(words);
  return { start, end: start + words.length };
};
const checked: Checked = {
  ...{ title, typed, plain },
  answer: {
    checkedAgainst: 1,
    facts: [
      { attribute: 'deaths', value: '5人', ...at('5人') },
      { attribute: 'injured', value: '6人', ...at('6人') },
    ],
    findings: [
      {
        ...{ kind: 'inconsistent', severity: 'block', confidence: 0.9, explanation: '' },
        facts: [
          {
            attribute: 'deaths',
            a: { release: 'other', text: '', start: 0, end: 2, value: '2人' },
            b: { release: 'draft', text: '', value: '5人', ...at('5人') },
          },
        ],
        releases: [
          {
            ...{ id: 'other', number: '', title: '', version: 1, state: 'released', releasedAt: null },
            organ: { id: 'o', name: 'o', shortName: 'o' },
          },
        ],
      },
    ],
  },
};

test('each fact is underlined in the typed text, the contradicted one otherwise than the rest', () => {
  expect(
    factSpans(checked).map(({ start, end, contradicted }) => [typed.slice(start, end), contradicted]),
  ).toEqual([
    ['5人', true],
    ['6人', false],
  ]);
});

test('facts of the title are not laid over the body', () => {
  const inTitle = { attribute: 'deaths' as const, value: '5人', start: 0, end: 2 };
  expect(factSpans({ ...checked, answer: { ...checked.answer, facts: [inTitle] } })).toEqual([]);
});
