import type { Mention, Span, StateMention } from '@koujing/text';
import type { FactValue } from './fact.js';

/** 无新增, 无死亡病例 count nought; they deny nothing. */
const countsNought = /^(?:新增|死亡|疑似|在院|现有|人员|本土|境外|确诊|症状)/;
const shortestStatement = 4;

/** 此次停水, 停水期间, 停水通知 name the matter; they do not say how it stands. */
const namedBefore =
  /(?:此次|本次|该次|这次|(?<!原)因|由于|受|是否|会不会|(?:逾期|过期|期满|否则)(?:将|一律|概)?)$/;
const namedAfter =
  /^(?:期间|期|通知|公告|通告|提示|提醒|区域|范围|时间|时段|原因|措施|情况|信息|安排|计划|涉及|影响|作业|抢修|条例|办法|标准|预案|方案|的?消息|的?公告|或退|或者退)/;
/** 请关闭电源、气源 asks the reader for something; nothing is closed by it. */
const closedByReaders =
  /^(?:好|紧)?(?:家[中里])?(?:电源|气源|水源|电闸|阀门|气阀|水阀|门窗|水龙头|燃气|手机|明火)/;
/** 考前一小时至考试结束, 结束后: an end that bounds a span or dates something else. */
const boundsSpan = /[至到][^，。；,;\n\d]{0,8}$/;
const datesByIt = /^(?:之?[后前]|时|为止)/;
const isBoundary = (text: string, { word, start, end }: StateMention): boolean =>
  word === '结束' &&
  (boundsSpan.test(text.slice(Math.max(0, start - 9), start)) || datesByIt.test(text.slice(end, end + 2)));
const isNamed = (text: string, state: StateMention): boolean =>
  state.group === 'operation' &&
  (isBoundary(text, state) ||
    // 中考直通车
    (state.word === '通车' && text[state.start - 1] === '直') ||
    closedByReaders.test(text.slice(state.end, state.end + 7)) ||
    namedBefore.test(text.slice(Math.max(0, state.start - 6), state.start)) ||
    namedAfter.test(text.slice(state.end, state.end + 3)));

/** 不得低于18℃ and 不低于18℃ are one bound; nothing is forbidden by the one that the other allows. */
const isBound = (text: string, state: StateMention): boolean =>
  /^不/.test(state.word) &&
  /^(?:低于|高于|少于|多于|超过|大于|小于)\d/.test(text.slice(state.end, state.end + 3));

/** 仍有2处明火, 火势仍在蔓延. */
const stillBurning =
  /[仍尚]有[^，。；\n]{0,8}(?:明火|火点|火头|火线)|火[势线情]?[仍尚还][^，。；\n]{0,4}(?:燃烧|蔓延)/;

/**
 * Whether a clause affirms or denies: the product of its opposed state words and its negations.
 * Null for a clause too short to state anything.
 */
export const polarityOf = (text: string, clause: Span, mentions: readonly Mention[]): FactValue | null => {
  const states = mentions.filter(
    (mention): mention is StateMention => mention.kind === 'state' && mention.start >= clause.start,
  );
  let sign: 1 | -1 = 1;
  const words: string[] = [];
  const groups: string[] = [];
  for (const state of states) {
    if (state.group === 'aspect' || isBound(text, state)) continue;
    if (
      state.group === 'negation' &&
      (state.word === '无' || state.word === '没有') &&
      countsNought.test(text.slice(state.end, state.end + 2))
    )
      continue;
    words.push(state.word);
    if (state.group !== 'negation' && !isNamed(text, state)) groups.push(state.group);
    if (state.sign < 0) sign = sign === 1 ? -1 : 1;
  }
  const burning = stillBurning.exec(text.slice(clause.start, clause.end));
  if (burning !== null && !groups.includes('fire')) {
    sign = -1;
    words.push(burning[0]);
    groups.push('fire');
  }
  if (clause.end - clause.start < shortestStatement && groups.length === 0) return null;
  return { type: 'polarity', sign, words: words.join(''), groups };
};
