import { writeDate, writeTime } from '@koujing/text';
import type { Mention, PlaceMention, StateMention } from '@koujing/text';
import type { Attribute } from '../finding.js';
import type { Fact, FactValue } from './fact.js';
import { writeDays } from './recurring.js';

type Plain = Exclude<Mention, StateMention | PlaceMention>;

/** The comparable value of a mention. */
export const valueOf = (mention: Plain): FactValue => {
  switch (mention.kind) {
    case 'quantity':
      return { type: 'quantity', quantity: mention.quantity, unit: mention.unit.base };
    case 'date':
      return { type: 'date', date: mention.date, stated: mention.stated, relative: mention.relative };
    case 'time':
      return {
        type: 'time',
        minute: mention.minute,
        halfDayOpen: mention.halfDayOpen,
        approximate: mention.approximate,
        wholeHour: mention.wholeHour,
      };
    default:
      return { type: 'code', kind: mention.kind, code: mention.value, about: mention.about };
  }
};

/** The attribute of a mention that is no count of people. */
export const attributeOf = (mention: Plain): Attribute => {
  if (mention.kind !== 'quantity') return mention.kind;
  if (mention.unit.family === 'money') return 'amount';
  if (mention.unit.family === 'percent') return 'percent';
  return mention.unit.family === 'people' ? 'people' : 'count';
};

const approximations = {
  exact: '',
  about: '约',
  atLeast: '至少',
  atMost: '至多',
  more: '逾',
  near: '近',
} as const;

const roman: Readonly<Record<string, string>> = { '1': 'Ⅰ', '2': 'Ⅱ', '3': 'Ⅲ', '4': 'Ⅳ' };

/** Kinds whose `about` only keeps unlike things apart. */
const isOwn: ReadonlySet<string> = new Set([
  'weekday',
  'hazard',
  'organ',
  'section',
  'post',
  'advice',
  'documentNumber',
]);

/** Kept in 公斤, so that 1.8吨 and 600公斤 can be compared, and written as one writes it: 20吨. */
const inUnit = (value: number, unit: string): string =>
  unit === '公斤' && value >= 1_000 ? `${value / 1_000}吨` : `${value}${unit}`;

/** As official texts write it: Ⅲ级, 橙色, 3.6级. */
const readableCode = (kind: string, code: string): string => {
  if (kind === 'weekday') return writeDays(code);
  if (kind === 'responseLevel') return `${roman[code] ?? code}级`;
  if (kind === 'warningColour') return `${code}色`;
  return kind === 'magnitude' ? `${code}级` : code;
};

/** 约3人, 35—64岁, 下降1.5%. */
const quantityInWords = ({ quantity, unit, change }: Extract<FactValue, { type: 'quantity' }>): string => {
  const { approximation, interval, value } = quantity;
  const moved = change === undefined ? '' : change > 0 ? '增长' : '下降';
  const through =
    approximation === 'exact' && interval.low < interval.high ? `${inUnit(interval.low, '')}—` : '';
  return `${moved}${approximations[approximation]}${through}${inUnit(through === '' ? value : interval.high, unit)}`;
};

/** The value in words: 3人, 2026-02-05, 15:00, 暴雨橙色. */
export const readableValue = (fact: Fact): string => {
  const { value } = fact;
  switch (value.type) {
    case 'quantity':
      return quantityInWords(value);
    case 'date':
      return writeDate(value.date);
    case 'time':
      return writeTime(value.minute);
    case 'place':
      return value.name;
    case 'code':
      return (isOwn.has(value.kind) ? '' : value.about) + readableCode(value.kind, value.code);
    case 'polarity':
      return value.words;
  }
};
