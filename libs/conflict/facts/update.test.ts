import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

const r = (organ: string, title: string, body: string, at = '16:00:00'): ReleaseText => ({
  id: organ,
  organ,
  title,
  body,
  publishedAt: `2026-11-23T${at}+08:00`,
});

test('a later as-of time is an update, and is said to be one', () => {
  const early = r('甲局', '事故续报', '截至23日10时，事故已造成2人死亡。', '10:30:00');
  const late = r('乙局', '事故续报', '截至23日15时，事故已造成5人死亡。', '15:30:00');
  const [conflict] = compareFacts(early, late).filter(({ attribute }) => attribute === 'deaths');
  expect(conflict).toMatchObject({ update: true, a: { value: '2人' }, b: { value: '5人' } });
});

test('a later version by the same organ is an update, by the unknown organ 微博 it is not', () => {
  const pair = (organ: string) =>
    compareFacts(
      r(organ, '通报', '起拍价为4200元。', '10:00:00'),
      r(organ, '通报', '起拍价为5600元。', '12:00:00'),
    );
  expect(pair('临江市中级人民法院')[0]?.update).toBe(true);
  expect(pair('微博')[0]?.update).toBeUndefined();
});

test('a correction is an update, whoever states it', () => {
  const [conflict] = compareFacts(
    r('甲局', '通报', '全市新增确诊病例411例。'),
    r('乙局', '更正', '全市新增确诊病例订正为631例。'),
  );
  expect(conflict?.update).toBe(true);
});

test('without a publication time nothing is later', () => {
  const a: ReleaseText = { ...r('甲局', '通报', '事故造成2人死亡。'), publishedAt: null };
  const b: ReleaseText = { ...r('甲局', '通报', '事故造成3人死亡。'), publishedAt: null };
  expect(compareFacts(a, b)[0]?.update).toBeUndefined();
});
