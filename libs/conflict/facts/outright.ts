import type { Span } from '@koujing/text';
import type { Attribute } from '../finding.js';
import { adviceIn } from './advice.js';
import { bodiesIn } from './body-named.js';
import { causeWord, causesIn } from './cause.js';
import type { FactValue } from './fact.js';
import { frameOf } from './frame.js';
import type { SentenceFrame } from './frame.js';
import { happeningsIn } from './happening.js';
import { push } from './reading.js';
import type { FactParts, Reading } from './reading.js';
import { recurringIn } from './recurring.js';
import { postsIn, sectionsIn } from './road-section.js';
import { unharmedIn } from './unharmed.js';

interface Stated {
  readonly span: Span;
  readonly attribute: Attribute;
  readonly value: FactValue;
  readonly people?: FactParts['people'];
}

/** Most sentences are dismissed by these; the grammars behind them are dearer. */
const may = {
  cause: causeWord,
  recur: /周|星期/,
  happen: /发生|突发|遭遇|出现|[风雪雨雹击]造成/,
  act: /主办|承办|协办|牵头|由[^，。；]{2,24}(?:审核|审批|受理|核定|发放|垫付|兜底|收治|承包|养护)|(?:机构|单位|企业|公司|方)(?:[:：]|是|为|系)|由[^，。；]{2,24}(?:承担|负责|实施|进行|开展)/,
  harm: /伤|死|送医|失联|失踪/,
  advise: /饮用|食用|下水|返家|返校|入园|开窗|预约/,
  post: /公里处|K\d|车间|库房|仓库|厂房|楼/,
  section: /[路街道速]\(?[^，。]{2,12}(?:至|到|[-—~])/,
};

type OwnCode = 'cause' | 'weekday' | 'hazard' | 'organ' | 'section' | 'post' | 'advice';
const code = (kind: OwnCode, stated: string, about = ''): FactValue => ({
  type: 'code',
  kind,
  code: stated,
  about,
});

const causes = (stated: string, { start }: Span): readonly Stated[] =>
  causesIn(stated).map((cause) => ({
    span: { start: start + cause.start, end: start + cause.end },
    attribute: 'cause',
    value: code('cause', cause.value),
  }));

/** 无人员伤亡 states nobody dead and nobody hurt. */
const unharmed = ({ text, mainScope }: Reading, sentence: Span): readonly Stated[] =>
  unharmedIn(text, sentence).map(({ start, end, attribute, value, status }) => ({
    span: { start, end },
    attribute,
    value,
    people: { statuses: [status], tally: null, scope: `=${mainScope}`, cases: false, subset: false },
  }));

const recurring = (text: string, sentence: Span): readonly Stated[] =>
  recurringIn(text, sentence).map(({ start, end, days, about }) => ({
    span: { start, end },
    attribute: 'date',
    value: code('weekday', days, about),
  }));

const happenings = (text: string, sentence: Span): readonly Stated[] =>
  happeningsIn(text, sentence).map(({ start, end, hazard, group }) => ({
    span: { start, end },
    attribute: 'hazard',
    value: code('hazard', hazard, group),
  }));

const bodies = (text: string, sentence: Span): readonly Stated[] =>
  bodiesIn(text, sentence).map(({ start, end, name, role }) => ({
    span: { start, end },
    attribute: 'organ',
    value: code('organ', name, role),
  }));

const sections = (text: string, sentence: Span): readonly Stated[] =>
  sectionsIn(text, sentence).map(({ start, end, road, ends }) => ({
    span: { start, end },
    attribute: 'place',
    value: code('section', ends, road),
  }));

const posts = (text: string, sentence: Span): readonly Stated[] =>
  postsIn(text, sentence).map(({ start, end, post }) => ({
    span: { start, end },
    attribute: 'place',
    value: code('post', post),
  }));

const adviceInWords = (verb: string, allowed: boolean): string =>
  verb === '预约' ? (allowed ? '无需预约' : '须预约') : allowed ? `可${verb}` : `不要${verb}`;

const advices = (text: string, sentence: Span): readonly Stated[] =>
  adviceIn(text, sentence).map(({ start, end, verb, allowed }) => ({
    span: { start, end },
    attribute: 'polarity',
    value: code('advice', adviceInWords(verb, allowed), verb),
  }));

/** What a sentence states in so many words, whatever mentions it holds. */
export const readOutright = (reading: Reading, sentence: Span, frame: SentenceFrame): void => {
  const { text } = reading;
  const words = text.slice(sentence.start, sentence.end);
  const stated = [
    ...(may.cause.test(words) ? causes(words, sentence) : []),
    ...(may.harm.test(words) ? unharmed(reading, sentence) : []),
    ...(may.recur.test(words) ? recurring(text, sentence) : []),
    ...(may.happen.test(words) ? happenings(text, sentence) : []),
    ...(may.act.test(words) ? bodies(text, sentence) : []),
    ...(may.advise.test(words) ? advices(text, sentence) : []),
    ...(may.post.test(words) ? posts(text, sentence) : []),
    ...(may.section.test(words) ? sections(text, sentence) : []),
  ];
  for (const { span, attribute, value, people } of stated)
    push(reading, {
      span,
      attribute,
      value,
      frame: frameOf(frame, {
        mention: -1,
        kind: 'amount',
        clause: span,
        value: span,
        order: 0,
        inTitle: span.start < reading.titleEnd,
      }),
      sentenceKey: frame.key,
      ...(people && { people }),
    });
};
