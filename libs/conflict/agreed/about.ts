import type { AgreedLine } from '@koujing/matter';
import type { Fact } from '../facts/index.js';

/** Words that only say what kind of value it is: `开工时间` is about 开工. */
const kindWord = /(?:时间|日期|时刻|地点|地址|电话|热线|金额|数量|人数|总数|比例|网址|文号)$/u;
/** Share of the words of `about` that stand beside the value. */
const enough = 0.5;

/** Does the fact speak of what the line is about? Looked for in the clause, then in the sentence around it. */
export const isAbout = (line: Pick<AgreedLine, 'about'>, fact: Fact, text: string): boolean => {
  const about = line.about.normalize('NFKC').replace(kindWord, '') || line.about.normalize('NFKC');
  if (about === '') return true;
  return (
    share(about, text.slice(fact.clauseStart, fact.clauseEnd)) >= enough ||
    share(about, sentenceAround(text, fact)) === 1
  );
};

const share = (about: string, context: string): number => {
  const words = context.normalize('NFKC');
  if (words.includes(about)) return 1;
  const bigrams = [...about].slice(1).map((char, index) => [...about][index] + char);
  if (bigrams.length === 0) return 0;
  return bigrams.filter((bigram) => words.includes(bigram)).length / bigrams.length;
};

const sentenceAround = (text: string, { start, end }: Fact): string => {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('\n', start)) + 1;
  const stops = [text.indexOf('。', end), text.indexOf('\n', end)].filter((at) => at >= 0);
  return text.slice(from, Math.min(text.length, ...stops));
};
