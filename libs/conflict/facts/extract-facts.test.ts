import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';
import { extractFacts } from './extract-facts.js';
import { readableValue } from './fact-value.js';

const release = (body: string, title = '情况通报'): ReleaseText => ({
  id: 'x',
  organ: '临江市应急管理局',
  title,
  body,
  publishedAt: '2026-11-23T16:00:00+08:00',
});
const facts = (body: string) => extractFacts(release(body)).filter((fact) => fact.attribute !== 'polarity');

test('a casualty bulletin yields who is counted, how many and up to when', () => {
  const [, , deaths, injured, missing] = facts('截至11月23日14时，事故造成2人死亡、3人受伤，1人失联。');
  expect([deaths, injured, missing].map((fact) => fact && [fact.attribute, readableValue(fact)])).toEqual([
    ['deaths', '2人'],
    ['injured', '3人'],
    ['missing', '1人'],
  ]);
  expect(deaths?.asOf?.dayOnly).toBe(false);
});

test('new, total and current counts are told apart', () => {
  const counts = facts('新增确诊病例12例。累计确诊病例230例，现有确诊病例40例。');
  expect(counts.map((fact) => fact.tally)).toEqual(['new', 'total', 'current']);
});

test('the districts of a list inherit what the list counts', () => {
  const counts = facts('全市新增死亡病例5例，其中：东山区2例、西湖区3例。').filter(
    (fact) => fact.value.type === 'quantity',
  );
  expect(counts.map((fact) => fact.attribute)).toEqual(['deaths', 'deaths', 'deaths']);
  expect(counts.map((fact) => fact.scope).slice(1)).toEqual(['东山区', '西湖区']);
});

test('offsets lead into the text as published, spaces and full-width figures included', () => {
  const source = release('新增 ２７ 例，电话：０５７１-88889999。');
  const spans = extractFacts(source)
    .filter((fact) => fact.attribute !== 'polarity')
    .map((fact) => fullText(source).slice(fact.start, fact.end));
  expect(spans).toEqual(['２７ 例', '０５７１-88889999']);
});

test('any text is read and compared without failing, with offsets inside it', () => {
  const alphabet = fc.constantFrom(
    ...'0123456789.,:%，。、；：（）()“”\n 年月日时分点例人名元万亿死亡受伤失联新增累计其中全市东山区在解放路截至至起不未恢复暂停预警红橙级响应Ⅲ电话因引发😀é',
  );
  const text = fc.array(alphabet, { maxLength: 120 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const a = release(one, other.slice(0, 10));
      for (const fact of extractFacts(a)) {
        expect(fact.start).toBeLessThan(fact.end);
        expect(fact.clauseStart).toBeLessThanOrEqual(fact.start);
        expect(fact.end).toBeLessThanOrEqual(fullText(a).length);
      }
      for (const conflict of compareFacts(a, release(other)))
        expect(conflict.a.text.length).toBeLessThanOrEqual(120);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['no punctuation', '事故造成人员受伤'],
  ['only digits', '7'],
  ['only counts', '3人'],
  ['only clauses', '，3人受伤'],
  ['only sentences', '造成3人受伤。'],
  ['only causes', '因由系'],
  ['only brackets', '（('],
  ['only moments', '11月18日夜间'],
])('the cost of a line of %s grows no faster than its length', (_name, unit) => {
  const read = (length: number): number => {
    const source = release(unit.repeat(Math.ceil(length / unit.length)));
    // Of this thread alone: on a busy machine the wall clock tells of others.
    const begin = process.threadCpuUsage();
    extractFacts(source);
    const { user, system } = process.threadCpuUsage(begin);
    return (user + system) / 1000;
  };
  read(5_000);
  const small = Math.max(read(20_000), 20);
  // Ten times the length: a quadratic reading would need a hundred times as long.
  expect(read(200_000)).toBeLessThan(small * 60);
});
