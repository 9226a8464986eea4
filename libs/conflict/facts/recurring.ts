import type { Span } from '@koujing/text';

interface Recurring extends Span {
  /** Days of the week in order, 1 Monday … 7 Sunday. */
  readonly days: string;
  /** What recurs. */
  readonly about: string;
}

const day = '[一二三四五六日天]';
const days = `(?:周|星期)${day}(?:(?:[、和及]|至|到|-|—)(?:周|星期)?${day})*`;
/** 本周一 and 11月23日（周一） are single days. */
const pattern = new RegExp(`(?<![本这下上日号\\d(])(?:每逢|每)?(${days})`, 'g');
const order = '一二三四五六日';

const numberOf = (letter: string): number => order.indexOf(letter === '天' ? '日' : letter) + 1;

/** 周二至周日 is six days, 周一、周三 two. */
export const daysOf = (stated: string): string => {
  const found = new Set<number>();
  let last = 0;
  let through = false;
  for (const letter of stated.replaceAll('星期', '').replaceAll('周', '')) {
    const number = numberOf(letter);
    if (number === 0) {
      through = /[至到—-]/.test(letter);
      continue;
    }
    if (through) for (let next = last; next !== number; next = (next % 7) + 1) found.add(next);
    found.add(number);
    last = number;
    through = false;
  }
  return [...found].sort((one, other) => one - other).join('');
};

const what: readonly (readonly [string, RegExp])[] = [
  ['闭馆', /^(?:全天|例行|均|为)?(?:闭馆|闭园|休馆|闭馆日|休息|不开放|休市|停诊)/],
  ['办理', /^(?:全天|均|上午|下午|晚)?(?:延时|办理|受理|接访|坐班|开集|开市|收运|送教)/],
  ['开放', /^(?:全天|均|正常|照常|上午|下午|\d{1,2}[:时][^，。；]{0,12})?(?:开放|开馆|接待|坐诊|办公|营业)/],
];

/** Days of the week on which something recurs: 每周一闭馆, 周二至周日9:00—18:00开放. */
export const recurringIn = (text: string, sentence: Span): readonly Recurring[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(pattern)].flatMap((match) => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const about = what.find(([, words]) => words.test(text.slice(end, end + 24)))?.[0];
    return about === undefined ? [] : [{ start, end, days: daysOf(match[1] as string), about }];
  });

/** One day in common is enough: 周一 is part of 周一、周二 where only one was named. */
export const daysMeet = (one: string, other: string): boolean =>
  [...one].some((letter) => other.includes(letter));

/** 每周一、三. */
export const writeDays = (stated: string): string =>
  `每周${[...stated].map((letter) => order[Number(letter) - 1]).join('、')}`;
