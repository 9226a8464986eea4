import { mayBeEqual, type Span } from '@koujing/text';
import type { FactValue } from './fact.js';

const beside = /了?(?:约|近|超过?|逾|达到?|为)?$/;
const up = /(?:增长|上升|上涨|提高|提升|增加|扩大|增幅|涨幅|升幅|增速)$/;
const down = /(?<!不)(?:下降|下跌|下滑|降低|减少|回落|缩小|收窄|降幅|跌幅|负增长)$/;

/** As much of both, up in the one and down in the other. */
export const isOfWayOnly = (one: FactValue, other: FactValue): boolean =>
  one.type === 'quantity' &&
  other.type === 'quantity' &&
  one.change !== undefined &&
  other.change !== undefined &&
  one.change !== other.change &&
  mayBeEqual(one.quantity, other.quantity);

/** 同比下降1.5%, 降幅1.5%: which way a share moved stands right before it, and 增长1.5% is another figure. */
export const asChange = (value: FactValue, text: string, mention: Span): FactValue => {
  if (value.type !== 'quantity' || (value.unit !== '%' && value.unit !== '百分点')) return value;
  const before = text.slice(Math.max(0, mention.start - 10), mention.start).replace(beside, '');
  if (down.test(before)) return { ...value, change: -1 };
  return up.test(before) ? { ...value, change: 1 } : value;
};
