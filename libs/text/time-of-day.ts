import { numberIn } from './civil-date.js';
import type { Span } from './sentence.js';

export interface TimeMention extends Span {
  readonly kind: 'time';
  /** Minutes since midnight, 0–1440. */
  readonly minute: number;
  /** 3点 without 上午/下午 may mean 3 or 15; 15时 and 凌晨3点 may not. */
  readonly halfDayOpen: boolean;
  /** 许, 左右, 前后: about this time. */
  readonly approximate: boolean;
  /** Only the hour is stated. */
  readonly wholeHour: boolean;
}

const period =
  '凌晨|清晨|早上|早晨|早间|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|午夜|深夜|半夜|当晚|当夜|(?<![昨今明次])(?:早|晚)';
const hour = '(\\d{1,2}|[零一二两三四五六七八九十]{1,3})';
const minute = '(\\d{1,2}|[零一二三四五六七八九十]{1,3})分(?!钟)|(半)|(整)|([一三])刻';
/** Groups: period; hour, minute forms; clock hour and minute; range start. */
/** Words that the date grammar owns (今晚) still tell the half of the day. */
const pattern = new RegExp(
  `(${period})?(?:约|大约)?(?:(?<![\\d.])${hour}(时|点)(?!间|候|代|期|起来|建议|意见|要求|措施|原因|事|赞|评|击|多)(?:钟)?(?:${minute})?(?:钟)?|(?<![\\d:.])([01]?\\d|2[0-4])[:∶]([0-5]\\d)(?::[0-5]\\d)?(?![\\d:]))(许|左右|前后|多)?` +
    `|(?<![\\d.])(\\d{1,2})(?=[-~至到]\\d{1,2}时)`,
  'g',
);

const afternoon = /午后|下午|傍晚|晚|夜/;

const hourOfDay = (hour: number, word: string): number => {
  if (/晚|夜/.test(word) && hour === 12) return 24;
  if (/半夜|深夜|夜里|午夜/.test(word) && hour < 6) return hour;
  if ((afternoon.test(word) && hour < 12) || (/中午|正午/.test(word) && hour < 3)) return hour + 12;
  return hour;
};

const minuteOf = (match: RegExpExecArray): number => {
  if (match[4] !== undefined) return numberIn(match[4]) ?? 0;
  if (match[5] !== undefined) return 30;
  if (match[7] !== undefined) return match[7] === '一' ? 15 : 45;
  return match[9] === undefined ? 0 : Number(match[9]);
};

/** 今晚, 昨夜, 明早 stand before the time as a date of their own. */
const wordBefore = (match: RegExpExecArray): string =>
  match[1] ??
  /[昨今明当][天日]?(早|晨|晚|夜)上?$/.exec(
    match.input.slice(Math.max(0, match.index - 4), match.index),
  )?.[1] ??
  '';

/** 三点 may be three points; 零点, 16日三点 and 三点起 are times. */
const standsAsTime = ({ index, 0: whole, 2: hour, input }: RegExpExecArray): boolean =>
  hour === '零' ||
  /[\d一二三四五六日天][日号)]?$/.test(input.slice(Math.max(0, index - 2), index)) ||
  /^(?:起|整|许|前后|开始|结束)/.test(input.slice(index + whole.length, index + whole.length + 2));

const mentionOf = (match: RegExpExecArray): TimeMention | null => {
  const word = wordBefore(match);
  const stated = match[11] ?? match[2] ?? match[8];
  const hour = numberIn(stated);
  if (hour === undefined || hour > 24) return null;
  if (
    match[2] !== undefined &&
    !/\d/.test(match[2]) &&
    word === '' &&
    match[4] === undefined &&
    match[5] === undefined &&
    !standsAsTime(match)
  )
    return null;
  const minutes = minuteOf(match);
  if (minutes > 59) return null;
  const start = match.index;
  return {
    kind: 'time',
    start,
    end: start + match[0].length,
    minute: hourOfDay(hour, word) * 60 + minutes,
    halfDayOpen: word === '' && match[3] === '点' && hour <= 12 && hour > 0,
    approximate: match[10] !== undefined,
    wholeHour:
      match[9] === undefined && match[4] === undefined && match[5] === undefined && match[7] === undefined,
  };
};

/** Every time of day of a normalised text in order: 15时30分, 下午3点半, 15:30, 24时, both ends of 0-24时. */
export const timesIn = (text: string): TimeMention[] =>
  [...text.matchAll(pattern)].map(mentionOf).filter((mention) => mention !== null);

const vagueMinutes = 20;

const closeTo = (one: number, other: number, slack: number): boolean => Math.abs(one - other) <= slack;

/** Two statements of a time that may mean one moment of the day. */
export const mayBeSameTime = (one: TimeMention, other: TimeMention): boolean => {
  const vague = one.approximate || other.approximate;
  const sameHour = vague && (one.wholeHour || other.wholeHour);
  const slack = sameHour ? 59 : vague ? vagueMinutes : 0;
  const turns = one.halfDayOpen !== other.halfDayOpen ? [0, 720, -720] : [0];
  return turns.some((turn) => closeTo(one.minute + turn, other.minute, slack));
};

export const writeTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
