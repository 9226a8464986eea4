import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumber, publicationMoment, writeDate } from './civil-date.js';
import { datesIn, weekdayNamed, weekdayOf } from './date-mention.js';
import { normalise } from './normalise.js';

const now = publicationMoment('2026-11-23T16:00:00+08:00');
const dates = (text: string): string[] =>
  datesIn(normalise(text).text, now).map((mention) => writeDate(mention.date));

test.each([
  ['2026年2月5日', ['2026-02-05']],
  ['11月24日', ['2026-11-24']],
  ['二〇二六年十一月二十三日', ['2026-11-23']],
  ['2026-11-23', ['2026-11-23']],
  ['6 月 1 日', ['2026-06-01']],
  ['11月25日至30日', ['2026-11-25', '2026-11-30']],
  ['今日', ['2026-11-23']],
  ['昨日', ['2026-11-22']],
  ['明天', ['2026-11-24']],
  ['25日', ['2026-11-25']],
  ['自11月15日零时开始，至明年3月15日24时结束', ['2026-11-15', '2027-03-15']],
  ['自2025年12月10日起至次年2月28日止', ['2025-12-10', '2026-02-28']],
  ['去年12月5日', ['2025-12-05']],
  ['10月30日受理，本月20日前办结', ['2026-10-30', '2026-11-20']],
  ['下月5日起执行', ['2026-12-05']],
  ['10月30日受理，次月5日前办结', ['2026-10-30', '2026-11-05']],
])('%s is read as %j', (text, expected) => {
  expect(dates(text)).toEqual(expected);
});

test.each(['3号楼', '10号线', '第3号台风', '14日内', '连续5日', '3个月', '2年内'])(
  '%s is no date',
  (text) => {
    expect(dates(text)).toEqual([]);
  },
);

test('in January 12月 was last year and in December 1月 is the next', () => {
  const january = publicationMoment('2026-01-03T08:00:00+08:00');
  const december = publicationMoment('2026-12-30T08:00:00+08:00');
  expect(datesIn('12月31日', january)[0]?.date.year).toBe(2025);
  expect(datesIn('1月2日', december)[0]?.date.year).toBe(2027);
});

test('a bare day belongs to the year and month of the date before it', () => {
  expect(dates('报名时间为2027年4月10日至15日')).toEqual(['2027-04-10', '2027-04-15']);
});

test('an instant counts in Shanghai, whatever its offset', () => {
  expect(publicationMoment('2026-11-22T17:30:00Z')).toEqual({ year: 2026, month: 11, day: 23, minute: 90 });
  expect(publicationMoment(null)).toBeNull();
});

test('a weekday alone is the coming one where it stands for one moment, and none where it recurs', () => {
  expect(dates('周六中午12点')).toEqual(['2026-11-28']);
  expect(dates('周一早上8点')).toEqual(['2026-11-23']);
  expect(datesIn('每周六上午开放', now).every(({ date }) => Object.keys(date).length === 0)).toBe(true);
  expect(datesIn('周一至周五上午', now).every(({ date }) => Object.keys(date).length === 0)).toBe(true);
});

test('the weekday beside a date can be checked against it', () => {
  const [mention] = datesIn('11月23日(星期一)', now);
  expect(weekdayNamed('11月23日(星期一)', mention?.end ?? 0)).toBe(1);
  expect(mention && weekdayOf(mention.date)).toBe(1);
});

test('every civil date survives being written and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
      const date = dateOfDayNumber(number);
      expect(dayNumber(date)).toBe(number);
      const text = `${date.year}年${date.month}月${date.day}日`;
      expect(datesIn(text, now).map((mention) => mention.date)).toEqual([date]);
    }),
  );
});

test('a name with a number is no day, a day by its number is', () => {
  expect(dates('受“锦渡6号”事故影响，7号浮标附近停航')).toEqual([]);
  expect(dates('活动改到28号举行')).toEqual(['2026-11-28']);
});
