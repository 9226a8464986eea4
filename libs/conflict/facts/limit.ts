import type { Span } from '@koujing/text';
import type { FactValue } from './fact.js';

const above = /超过|高于|大于|超出|超(?=[\d零一二三四五六七八九十百千万.]+[\u4e00-\u9fa5])/;
const forbidden = /^[^，。；\n]{0,16}(?:禁止|不得|不准|严禁|不能|绕行)/;

/** 超过2.8米的车辆禁止驶入 sets a limit at 2.8 metres; it does not say that something is higher. */
export const asLimit = (value: FactValue, text: string, mention: Span): FactValue => {
  if (value.type !== 'quantity' || value.quantity.approximation !== 'atLeast') return value;
  const stated = text.slice(Math.max(0, mention.start - 2), mention.end);
  if (!above.test(stated) || /不(?:超过|高于|大于)/.test(stated)) return value;
  if (!forbidden.test(text.slice(mention.end, mention.end + 24))) return value;
  const { value: limit } = value.quantity;
  return {
    ...value,
    quantity: { ...value.quantity, approximation: 'exact', interval: { low: limit, high: limit } },
  };
};
