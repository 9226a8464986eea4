import type { Span } from '@koujing/text';

export interface CauseMention extends Span {
  readonly value: string;
}

/** Most sentences are dismissed by this. */
export const causeWord = /原因|起因|引发|引起|所致/;

const patterns: readonly RegExp[] = [
  /(?:原因|起因)(?:初步)?(?:判断|认定|查明|分析)?(?:系|为|是|：|:)([^，。；\n]{2,30})/g,
  /(?:系|由|因)([^，。；\n、]{2,24})(?:引发|引起|所致)/g,
];
/** A cause that is still open, or only ruled out, states none. */
const open = /不明|调查|核实|待|尚|排除|什么|多种/;

/** Causes that a text states: 起火原因系电气线路短路, 由违规动火作业引发. */
export const causesIn = (text: string): CauseMention[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((match) => ({
        value: (match[1] as string).replace(/(?:引发|引起|所致|导致|造成).*$/, ''),
        at: match.index + match[0].indexOf(match[1] as string),
      }))
      .filter(({ value }) => value.length > 1 && !open.test(value))
      .map(({ value, at }) => ({ value, start: at, end: at + value.length })),
  );

const filler = new Set('的系为是由因致发生起火灾事故作业操作使用导致造成');

/** Two pipes, two circuits: a word of one row on either side is the cause, whatever else the wording shares. */
const rows: readonly (readonly string[])[] = [
  ['雨水', '污水', '供水', '自来水', '燃气', '天然气', '热力', '供热', '电缆'],
  ['违规', '老化'],
  ['动火', '焊', '短路', '烟头', '燃放', '充电', '雷击', '自燃', '纵火'],
];
const sameThing: Readonly<Record<string, string>> = { 自来水: '供水', 天然气: '燃气', 供热: '热力' };
const rowsApart = (one: string, other: string): boolean =>
  rows.some((row) => {
    const [a = [], b = []] = [one, other].map((text) =>
      row.filter((word) => text.includes(word)).map((word) => sameThing[word] ?? word),
    );
    return a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));
  });

/** One word in common is enough to be the same cause told otherwise; the worse mistake is a quarrel over wording. */
export const causesAgree = (one: string, other: string): boolean => {
  if (rowsApart(one, other)) return false;
  const said = new Set([...other].filter((char) => !filler.has(char)));
  return [...one].some((char) => said.has(char));
};
