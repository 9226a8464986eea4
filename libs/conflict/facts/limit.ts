import type { Span } from '@koujing/text';
import type { FactValue } from './fact.js';

const above = /超过|高于|大于|超出|超(?=[\d零一二三四五六七八九十百千万.]+[\u4e00-\u9fa5])/;
/** 名额120个 counts people as 招收150人 does. */
const heads = /(?:名额|指标)[^，。；、\n]{0,4}$/;
/** 常住人口368.2万: people without their 人. */
const population = /人口(?:达到?|为|约|有|数)?$/;
export const asHeads = (value: FactValue, text: string, mention: Span): FactValue => {
  if (value.type !== 'quantity') return value;
  const before = text.slice(Math.max(0, mention.start - 8), mention.start);
  const isHeads =
    (value.unit === '个' &&
      (heads.test(before) || /^(?:免费)?名额/.test(text.slice(mention.end, mention.end + 4)))) ||
    (value.unit === '' && population.test(before));
  return isHeads ? { ...value, unit: '人' } : value;
};

const forbidden = /^[^，。；\n]{0,16}(?:禁止|不得|不准|严禁|不能|绕行)/;

/** 不得低于2020元, 最多可贷90万元: a rule names its bound, and two bounds of one rule are two rules. */
const ruled =
  /(?:不得|不应|不能|不准|不可)(?:低于|高于|少于|超过|多于|早于|晚于|超出|小于|大于)|(?:最高|最多|最低|最少)(?:不超过|不低于|不少于|可贷|可达|可领|可享|可补)|上限|下限/;

/** 超过2.8米的车辆禁止驶入 sets a limit at 2.8 metres; it does not say that something is higher. */
export const asLimit = (value: FactValue, text: string, mention: Span): FactValue => {
  if (value.type !== 'quantity' || value.quantity.approximation === 'exact') return value;
  // 35周岁以下 and 不得超过30周岁 are both bounds (`align.ts`).
  if (value.unit === '岁') return value;
  const stated = text.slice(Math.max(0, mention.start - 2), mention.end);
  const barred =
    value.quantity.approximation === 'atLeast' &&
    above.test(stated) &&
    !/不(?:超过|高于|大于)/.test(stated) &&
    forbidden.test(text.slice(mention.end, mention.end + 24));
  if (!barred && !ruled.test(text.slice(Math.max(0, mention.start - 7), mention.end))) return value;
  const { value: limit } = value.quantity;
  return {
    ...value,
    quantity: { ...value.quantity, approximation: 'exact', interval: { low: limit, high: limit } },
  };
};
