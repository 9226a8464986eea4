import { completed, dateOfDayNumber, dayNumber, isFullDate, numberIn } from './civil-date.js';
import type { PartialDate, PublicationMoment } from './civil-date.js';
import type { Span } from './sentence.js';

export interface DateMention extends Span {
  readonly kind: 'date';
  /** Completed from the text before it and from the publication. */
  readonly date: PartialDate;
  /** As stated: the parts written, before completion. */
  readonly stated: PartialDate;
  readonly relative: boolean;
}

const cn = '〇零一二三四五六七八九十廿';
const year = `(?:(\\d{4}|[〇零一二三四五六七八九]{4})年)`;
const month = `(\\d{1,2}|[${cn}]{1,2})月`;
/** 6月18-20日: the first day of two is written without its 日. */
const day = `(\\d{1,2}|[${cn}]{1,3})(?:日|号|(?=[-~至到](?:\\d{1,2}|[${cn}]{1,3})[日号](?!内|间|以内|之内)))`;
/** 明年3月15日, 次年3月15日: a year that counts from the publication, or from the date before. */
const yearWord = '今年|本年|去年|上年|明年|来年|次年|翌年';
/** 本月20日, 下月5日. */
const monthWord = '[本上下次当]个?月';
/** Numbered groups, in order: full date, month and day; year and month; year; ISO; bare day; weekday; relative word; word that counts from the date before. */
const pattern = new RegExp(
  `${year}?(?:${yearWord})?${month}(?:份)?(?:(?:第[一二三四]周)|${day})?` +
    `|(?<![\\d.])(\\d{4}|[〇零一二三四五六七八九]{4})年(?!前|后|来|间|内|级|度)` +
    `|(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)` +
    // 6月18日-20日 is two days; G15-3号 is a post.
    `|(?<![\\d.第])(?<!(?<!日|号|月\\d|月\\d\\d)-)(?:${monthWord})?(\\d{1,2})(日|号)` +
    `|((?:本|这|下|上)?(?:周|星期|礼拜)[一二三四五六日天])(?!年|期)` +
    `|(前天|前日|昨天|昨日|昨晚|昨夜|今天|今日|今晚|今早|今晨|今夜|今(?=上午|下午|凌晨|早|中午|晨)|明天|明日|明早|明晚|后天)` +
    `|(次日|翌日|第二天|次晨|当日|当天|同日|同一天|即日)`,
  'g',
);
const offsetOf: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };
const notADay =
  /^(?:馆|令|厅|文|井|楼|线|院|门|房|台风|机|馆|厅|桌|车|站|文|令|公告|码|店|球|选手|种子|地块|煤|矿|井|仓|库|船|轮|艇|浮标|桥|泵|机组|塔|坑|桩|卫星|火箭|内|游|元|人|位|以内|之内)/;
const countBefore = /(?:连续|历时|为期|近|约|共|长达|持续|满|超|第|每|隔)$/;

/** 锦渡6号 names a ship; a day stands after 于, 至, 本月 or another day (周六24号). */
const isName = (text: string, match: RegExpExecArray): boolean =>
  match[9] === '号' &&
  !/^.个?月/.test(match[0]) &&
  /[\u4e00-\u9fa5](?<![于在到至从自截和与及或是为本即月日号天晚早一二三四五六前后起])/.test(
    text[match.index - 1] ?? '',
  );

/** 次日 and 当日 count from the date named before; 即日 says only that it begins with the text. */
const followingDate = (word: string, earlier: PartialDate | null): PartialDate => {
  if (word === '即日' || earlier === null || !isFullDate(earlier)) return {};
  return /^[次翌第]/.test(word) ? dateOfDayNumber(dayNumber(earlier) + 1) : earlier;
};

/**
 * 下周四, 本周六, 上周一 from the week of publication, which begins on Monday; 周六 alone is the coming one where it stands for one
 * moment (周六中午12点) or is set (定在周六).
 */
const weekdayDate = (word: string, now: PublicationMoment | null, single: boolean): PartialDate => {
  const weeks = { 上: -1, 本: 0, 这: 0, 下: 1 }[word[0] as string];
  if (now === null || (weeks === undefined && !single)) return {};
  const today = dayNumber(now);
  const monday = today - ((((today + 3) % 7) + 7) % 7);
  const day = '一二三四五六日'.indexOf((word.at(-1) as string).replace('天', '日'));
  const named = monday + (weeks ?? 0) * 7 + day;
  return dateOfDayNumber(weeks === undefined && named < today ? named + 7 : named);
};

/** Not 每周六, 周一至周五, nor a weekday beside its date. */
const recursOrRanges = /[每逢至到、和及,(（—-]$|[日号]$/;
const momentFollows = /^(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜里)(?!场|班|市|高峰)/;
/** 定在周六, 周六开幕: nothing that comes back each week is told so. */
const isSetBefore = /(?:定在|安排在|就在|将于|改到|改在|推迟到|提前到)$/;
const isSetAfter = /^(?:举[行办]|开[幕赛跑演]|启用|鸣枪|恢复)/;
const isSingle = (text: string, { start, end }: Span): boolean =>
  !recursOrRanges.test(text.slice(Math.max(0, start - 1), start)) &&
  (momentFollows.test(text.slice(end, end + 3)) ||
    isSetBefore.test(text.slice(Math.max(0, start - 4), start)) ||
    isSetAfter.test(text.slice(end, end + 2)));

const relativeDate = (word: string, now: PublicationMoment | null): PartialDate => {
  const offset = offsetOf[word[0] as string];
  if (now === null || offset === undefined) return {};
  return dateOfDayNumber(dayNumber(now) + offset);
};

/** Years and months that such a word is away. */
const wordOffset: Readonly<Record<string, number>> = {
  去: -1,
  上: -1,
  今: 0,
  本: 0,
  当: 0,
  明: 1,
  来: 1,
  次: 1,
  翌: 1,
  下: 1,
};

/** 次年 and 次月 follow the date before them, all others the publication. */
const counted = (
  written: string,
  stated: PartialDate,
  { earlier, now }: { readonly earlier: PartialDate | null; readonly now: PublicationMoment | null },
): PartialDate => {
  const word = new RegExp(`${yearWord}|${monthWord}`).exec(written)?.[0];
  if (word === undefined || stated.year !== undefined) return stated;
  const offset = wordOffset[word[0] as string] ?? 0;
  const base = /^[次翌]/.test(word) && earlier?.year !== undefined ? earlier : now;
  if (base?.year === undefined) return stated;
  if (word.endsWith('年')) return { ...stated, year: base.year + offset };
  if (base.month === undefined || stated.month !== undefined) return stated;
  const month = base.year * 12 + base.month - 1 + offset;
  return { ...stated, year: Math.floor(month / 12), month: (month % 12) + 1 };
};

/** An alternative of the pattern as parts; null when the context shows that it is no date. */
const statedIn = (match: RegExpExecArray, text: string): PartialDate | null => {
  const [whole, y, m, d, loneYear, isoYear, isoMonth, isoDay, bareDay] = match;
  const end = match.index + whole.length;
  if (m !== undefined) {
    const parts: Record<string, number | undefined> = {
      year: numberIn(y),
      month: numberIn(m),
      day: numberIn(d),
    };
    return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  }
  if (loneYear !== undefined) return { year: Number(numberIn(loneYear)) };
  if (isoYear !== undefined) return { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) };
  if (bareDay === undefined) return null;
  if (
    notADay.test(text.slice(end, end + 3)) ||
    isName(text, match) ||
    countBefore.test(text.slice(Math.max(0, match.index - 2), match.index))
  )
    return null;
  return { day: Number(bareDay) };
};

/** 2月30日 is a slip worth finding, so only numbers that no calendar has are dropped. */
const couldBeWritten = (date: PartialDate): boolean =>
  (date.month ?? 1) >= 1 && (date.month ?? 1) <= 12 && (date.day ?? 1) >= 1 && (date.day ?? 1) <= 31;

const plausibleYear = (date: PartialDate): boolean =>
  date.year === undefined || (date.year >= 1000 && date.year <= 2200);

/** Every date of a normalised text in order; 年 and 月 are inherited from the dates before. */
export const datesIn = (text: string, now: PublicationMoment | null): DateMention[] => {
  const found: DateMention[] = [];
  let earlier: PartialDate | null = null;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const weekday = match[10];
    if (weekday !== undefined) {
      const date = weekdayDate(weekday, now, isSingle(text, { start, end }));
      found.push({ kind: 'date', start, end, date, stated: {}, relative: true });
      continue;
    }
    const word = match[11];
    if (word !== undefined) {
      found.push({ kind: 'date', start, end, date: relativeDate(word, now), stated: {}, relative: true });
      continue;
    }
    const following = match[12];
    if (following !== undefined) {
      const date = followingDate(following, earlier);
      found.push({ kind: 'date', start, end, date, stated: {}, relative: true });
      continue;
    }
    const stated = statedIn(match, text);
    if (stated === null || !couldBeWritten(stated) || !plausibleYear(stated)) continue;
    const date = completed(counted(match[0], stated, { earlier, now }), earlier, now);
    found.push({ kind: 'date', start, end, date, stated, relative: false });
    if (date.month !== undefined) earlier = date;
  }
  return found;
};

/** Weekday that a text names beside a date: 0 Sunday … 6 Saturday; null when it names none. */
export const weekdayNamed = (text: string, after: number): number | null => {
  const match = /^[ (（]?(?:星期|周|礼拜)([一二三四五六日天])/.exec(text.slice(after, after + 6));
  if (!match) return null;
  return '日一二三四五六'.indexOf((match[1] as string).replace('天', '日'));
};

export const weekdayOf = (date: PartialDate): number | null =>
  isFullDate(date) ? (((dayNumber(date) + 4) % 7) + 7) % 7 : null;
