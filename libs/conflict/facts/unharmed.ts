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
  /(?<![暂已再])(?:无|没有|未造成|未有|未发生)(?:任何)?(?:人员|群众|选手|乘客|学生|居民|师生|游客|工人|旅客|市民|村民|人)?(伤亡|死亡|受伤|送医|失联|失踪)(?!报告|情况|病例|人数|的?报道)/g;

const nobody: FactValue = {
  type: 'quantity',
  unit: '人',
  quantity: { value: 0, grain: 1, approximation: 'exact', interval: { low: 0, high: 0 } },
};

/** What 无人员伤亡, 无人受伤, 没有选手送医 and the like count as nought. */
export const unharmedIn = (text: string, sentence: Span): readonly Unharmed[] =>
  [...text.slice(sentence.start, sentence.end).matchAll(pattern)].flatMap((match) => {
    const start = sentence.start + match.index;
    const span = { start, end: start + match[0].length, value: nobody };
    const dead: Unharmed = { ...span, attribute: 'deaths', status: 'dead' };
    const hurt: Unharmed = { ...span, attribute: 'injured', status: 'injured' };
    const stated: Readonly<Record<string, readonly Unharmed[]>> = {
      伤亡: [dead, hurt],
      死亡: [dead],
      受伤: [hurt],
      送医: [{ ...span, attribute: 'people', status: 'hospitalised' }],
    };
    return stated[match[1] as string] ?? [{ ...span, attribute: 'missing', status: 'missing' }];
  });
