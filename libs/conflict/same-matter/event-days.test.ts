import { expect, test } from '@jest/globals';
import { eventDaysIn } from './event-days.js';
import { inShort } from './short-names.js';

test.each([
  ['市“7·8”事故现场指挥部', ['7·8']],
  ['火调人员还原“07·08”仓库爆燃起火经过', ['7·8']],
  ['关于“3.10”杨树街火灾的通报', ['3·10']],
  ['水位38.62米，增长7.8%', []],
  ['“5·18”国际博物馆日活动', []],
])('%s', (text, days) => {
  expect(eventDaysIn(text)).toEqual(days);
});

test('a levy has one name, however long it is written', () => {
  expect(inShort('城乡居民基本医疗保险费集中征缴')).toBe(inShort('居民医保费集中征缴'));
  expect(inShort('职工基本医疗保险')).not.toBe(inShort('居民基本医疗保险'));
});
