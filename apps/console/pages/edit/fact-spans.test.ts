import { expect, test } from '@jest/globals';
import type { Checked } from './use-live-check.js';
import { factSpans, spansIn } from './fact-spans.js';

const title = '事故通报';
const plain = '情况\n造成5人死亡、6人受伤。';
const at = (words: string) => {
  const start = title.length + 1 + plain.indexOf(words);
  return { start, end: start + words.length };
};
const checked: Checked = {
  ...{ title, plain },
  answer: {
    checkedAgainst: 1,
    facts: [
      { attribute: 'deaths', value: '5人', ...at('5人') },
      { attribute: 'injured', value: '6人', ...at('6人') },
    ],
    findings: [
      {
        ...{ kind: 'inconsistent', severity: 'block', confidence: 0.9, explanation: '', explanationEn: '' },
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

test('each fact is underlined where it stands, the contradicted one with its finding', () => {
  expect(factSpans(checked).map(({ start, end, finding }) => [plain.slice(start, end), finding])).toEqual([
    ['5人', 0],
    ['6人', null],
  ]);
});

test('what stands before and behind a change keeps its underline; what was changed waits for the next answer', () => {
  const shown = (now: string) => spansIn(now, checked).map(({ start, end }) => now.slice(start, end));
  expect(shown(`今日${plain}`)).toEqual(['5人', '6人']);
  expect(shown(plain.replace('死亡', '不幸死亡'))).toEqual(['5人', '6人']);
  expect(shown(plain.replace('5人', '7人'))).toEqual(['6人']);
  expect(shown('')).toEqual([]);
});

test('facts of the title are not laid over the body', () => {
  const inTitle = { attribute: 'deaths' as const, value: '5人', start: 0, end: 2 };
  expect(factSpans({ ...checked, answer: { ...checked.answer, facts: [inTitle], findings: [] } })).toEqual(
    [],
  );
});
