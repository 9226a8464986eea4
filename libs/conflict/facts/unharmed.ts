import type { Span } from '@koujing/text';
import type { Attribute } from '../finding.js';
import type { FactValue } from './fact.js';

interface Unharmed extends Span {
  readonly attribute: Attribute;
  readonly status: string;
  readonly value: FactValue;
}

/** 未接到伤亡报告 and 暂无 state what is known, not what is. */
const pattern =
  /(?<!暂)(?:无|没有|未造成|未有|未发生)(?:任何)?(?:人员|人|群众)?(伤亡|死亡|受伤)(?!报告|情况|病例|人数|的?报道)/g;

const nobody: FactValue = {
  type: 'quantity',
  unit: '人',
  quantity: { value: 0, grain: 1, approximation: 'exact', interval: { low: 0, high: 0 } },
};

/** What 无人员伤亡, 无人受伤 and the like count as nought. */
export const unharmedIn = (text: string, sentence: Span): readonly Unharmed[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(pattern)].flatMap((match) => {
    const start = sentence.start + match.index;
    const span = { start, end: start + match[0].length, value: nobody };
    const dead: Unharmed = { ...span, attribute: 'deaths', status: 'dead' };
    const hurt: Unharmed = { ...span, attribute: 'injured', status: 'injured' };
    if (match[1] === '伤亡') return [dead, hurt];
    return [match[1] === '死亡' ? dead : hurt];
  });
