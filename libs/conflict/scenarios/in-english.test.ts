import { expect, test } from '@jest/globals';
import type { Finding } from '../finding.js';
import { foundInCities } from './labelled.js';

type City = ReturnType<typeof foundInCities>[number];

/** Names and quotations, which stay as they were written. */
const quotedIn = ({ city, releases }: City, { facts }: Finding): readonly string[] => [
  ...facts.flatMap(({ a, b }) => [a.text, b.text, a.value, b.value]),
  ...releases.flatMap(({ title, organ }) => [title, organ]),
  ...city.organs.flatMap(({ name, area = '' }) => [name, area]),
  ...city.statutoryIssuers.flatMap(({ organs }) => organs),
  ...city.matters.flatMap(({ title, owner }) => [title, owner]),
];

/** What of a sentence is in Chinese beside its names and quotations. */
const ownWords = (sentence: string, quoted: readonly string[]): string =>
  quoted
    .filter((words) => words !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, words) => rest.replaceAll(words, ''), sentence)
    .replaceAll(/“[^“”]*”/gu, '')
    .replaceAll(/[^\p{Script=Han}]/gu, '');

test('every finding of the labelled cities is explained in Chinese and in English, and in English only names and quotations are Chinese', () => {
  const kinds = new Set<string>();
  const left: string[] = [];
  for (const found of foundInCities())
    for (const finding of found.findings) {
      kinds.add(finding.kind);
      expect(finding.explanation).toMatch(/\p{Script=Han}/u);
      expect(finding.explanationEn).toMatch(/[a-z]{3,} [a-z]{2,}.*\.$/u);
      if (ownWords(finding.explanationEn, quotedIn(found, finding)) !== '') left.push(finding.explanationEn);
    }
  expect(left).toEqual([]);
  expect([...kinds].sort()).toEqual(['crossRemit', 'duplicate', 'gap', 'inconsistent', 'multiHeaded']);
});
