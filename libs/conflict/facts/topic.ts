import { distinct } from './bigrams.js';
import { conceptsIn } from './concept.js';

/** Words that carry no topic of their own; they split the text into the stretches that do. */
const empty =
  '将|将于|定于|原定|定|于|在|至|到|自|从|时间|日期|为|是|了|此次|本次|这次|该起|该|其|已经|已|目前|据|经|对|等|和|与|并|共有|共计|共|约|达到|达|有|可|获|被|把|让|由|向|以|及|或|本|我|全市|全省|全区|全县|我市|我省|我区|截至|累计|新增|当日|造成|发生|进行|方面|情况|人员|记者|获悉|表示|不|未|尚|仍|还|也|均|都|次日|当日|同比|环比|增长|下降|增加|减少|占|达到|总量|总额|数量|实现|完成|的|地|得|得知|初步|核实|通报|介绍|显示|面向|社会|公开|相关|有关|部门|符合|条件|其中|因此|由于|随后|之后|另|又|再|先后|分别|以上|以下|左右|D|T|N|P|S|H|U|W|C|L|M';
/** By the code of their first character, longest first. */
const words = new Map<number, string[]>();
for (const word of empty.split('|')) {
  const head = word.charCodeAt(0);
  words.set(head, [...(words.get(head) ?? []), word]);
}
for (const list of words.values()) list.sort((one, other) => other.length - one.length);

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const rise = '起'.charCodeAt(0);
const opensSpan = (before: number): boolean => before === 68 || before === 84;

/** How many units that say nothing stand at `index`; 0 where one of a stretch does. */
const emptyAt = (masked: string, index: number, code: number): number => {
  const list = words.get(code);
  if (list !== undefined) for (const word of list) if (masked.startsWith(word, index)) return word.length;
  // 起 after a date or time (D, T) opens a span.
  return !isHan(code) || (code === rise && opensSpan(masked.charCodeAt(index - 1))) ? 1 : 0;
};

/** The stretches of a masked text that say what it is about. */
export const topicOf = (masked: string): string => {
  let out = '';
  let open = false;
  for (let index = 0; index < masked.length;) {
    const skip = emptyAt(masked, index, masked.charCodeAt(index));
    if (skip === 0) out += masked[index] as string;
    else if (open) out += '|';
    open = skip === 0;
    index += skip || 1;
  }
  return out;
};

const bar = '|'.charCodeAt(0);

const addPairs = (topic: string, pairs: number[]): void => {
  let last = bar;
  for (let index = 0; index < topic.length; index += 1) {
    const code = topic.charCodeAt(index);
    if (last !== bar && code !== bar) pairs.push((last << 16) | code);
    last = code;
  }
};

/** Sorted distinct bigrams inside the stretches. */
export const topicBigrams = (topic: string): Int32Array => {
  const pairs: number[] = [];
  addPairs(topic, pairs);
  return distinct(pairs);
};

/** Sorted distinct bigrams of the stretches together with the concepts that the text names. */
export const subjectOf = (masked: string): Int32Array => {
  const pairs = conceptsIn(masked);
  addPairs(topicOf(masked), pairs);
  return distinct(pairs);
};
