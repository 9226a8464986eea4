import type { Mention, Span } from '@koujing/text';
import { bigramsOf } from './bigrams.js';
import type { Frame } from './fact.js';
import { qualifiersOf } from './qualifier.js';
import { activitiesAt, edgeOf, roleOf } from './moment-role.js';
import { subjectOf, topicBigrams, topicOf } from './topic.js';
import { maskedText } from './masked-text.js';
import type { MaskedText } from './masked-text.js';

interface ClauseFrame {
  readonly bigrams: Int32Array;
  readonly topics: Map<string, Int32Array>;
  readonly qualifiers: readonly string[];
}

/** A sentence made ready for the frames of its facts. */
export interface SentenceFrame {
  readonly masked: MaskedText;
  /** The masked text between its bounds; made once, since a sentence may hold thousands of facts. */
  readonly fenced: string;
  readonly bigrams: Int32Array;
  /** What the sentence speaks of. */
  readonly wide: Int32Array;
  readonly key: string;
  readonly clauses: Map<number, ClauseFrame>;
  readonly source: string;
}

/** Longer sentences are compared by their head: lists of districts say no more after that. */
const longestSentence = 160;
const window = 12;
const labelWindow = 8;
/** What a value counts stands this close to it. */
const nearLeft = 10;
const nearRight = 8;
/** A label of fewer units (the mask among them) tells nothing: 、N元、 */
const shortestLabel = 4;
/** Clauses below this many units borrow from what follows. */
const shortClause = 6;
const borrowed = 10;

export const sentenceFrame = (
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
  first: number,
): SentenceFrame => {
  const masked = maskedText(text, sentence, mentions, first);
  return {
    masked,
    fenced: `^${masked.text}$`,
    bigrams: bigramsOf(masked.text.slice(0, longestSentence)),
    wide: subjectOf(masked.spoken.slice(0, longestSentence)),
    key: text.slice(sentence.start, sentence.end),
    clauses: new Map(),
    source: text,
  };
};

/** A clause with fewer topic bigrams takes the next clause in, then the one before. */
const poorTopic = 1;

/** A clause's topic; one that says nothing takes the words before it in, or those after where a date or time opens. */
const topicAround = (masked: string, from: number, to: number, opens: boolean): Int32Array => {
  const end = Math.min(to, from + longestSentence);
  const own = topicBigrams(topicOf(masked.slice(from, end)));
  if (own.length >= poorTopic) return own;
  const after = (): Int32Array => topicBigrams(topicOf(masked.slice(from, end + 2 * borrowed)));
  const before = (): Int32Array => topicBigrams(topicOf(masked.slice(Math.max(0, from - 2 * borrowed), end)));
  const first = opens ? after() : before();
  if (first.length >= poorTopic) return first;
  return opens ? before() : after();
};

/** 望江桥早高峰(7时至9时): letters before the bracket that say whose hours these are. */
const bracketed = (source: string, { start }: Span): number =>
  source[start - 1] === '('
    ? (/[^，。；、,;)\n]{0,8}\($/u.exec(source.slice(Math.max(0, start - 9), start))?.[0].length ?? 0)
    : 0;

const clauseFrame = (sentence: SentenceFrame, clause: Span, from: number, to: number): ClauseFrame => {
  const known = sentence.clauses.get(from);
  if (known) return known;
  const { masked } = sentence;
  const capped = Math.min(to, from + longestSentence);
  const frame = {
    bigrams: bigramsOf(masked.text.slice(from, to - from < shortClause ? to + borrowed : capped)),
    topics: new Map<string, Int32Array>(),
    qualifiers: qualifiersOf(
      sentence.source.slice(
        clause.start - bracketed(sentence.source, clause),
        Math.min(clause.end, clause.start + longestSentence),
      ),
    ),
  };
  sentence.clauses.set(from, frame);
  return frame;
};

/** Where in a sentence a fact stands. */
export interface FramePlace {
  /** Index of the mention, or -1 for the clause itself. */
  readonly mention: number;
  /** Dates and times open a clause, counts close it, states stand by themselves. */
  readonly kind: 'moment' | 'amount' | 'state';
  readonly clause: Span;
  /** The value itself. */
  readonly value: Span;
  readonly order: number;
  readonly inTitle: boolean;
}

/** For how a thing stands, the state words themselves are no topic. */
const topicFor = (sentence: SentenceFrame, frame: ClauseFrame, place: FramePlace): Int32Array => {
  const known = frame.topics.get(place.kind);
  if (known) return known;
  const { masked } = sentence;
  const text = place.kind === 'state' ? masked.stateless : masked.spoken;
  const { start, end } = place.clause;
  const topic = topicAround(
    text,
    masked.spokenPosition(start),
    masked.spokenPosition(end),
    place.kind === 'moment',
  );
  frame.topics.set(place.kind, topic);
  return topic;
};

const heldAt =
  /^[\u4e00-\u9fa5\d]{0,8}?(?:举行|召开|举办|开幕|启幕|开赛|开讲|集中宣判|设立|设置|亮相|鸣枪|起跑|开跑|出发|集合|报到|领取|开工|开馆|首发)/;

/** 由市民中心广场出发: where it begins. */
const departs = /^[\u4e00-\u9fa5]{0,6}?(?:出发|起跑|开跑|起步|鸣枪|集合|发车)/;
/** 迁至环城南路, 设在文昌路, 搬到. */
const moved = /(?:[迁移搬改设][至到往入在]|搬迁[至到]|设于|地点(?:设)?[在为是:：])市?$/;

/** Whether the words say that the thing is or is held there. */
const venueOf = (text: string, value: Span): Frame['venue'] => {
  if (
    departs.test(text.slice(value.end, value.end + 12)) &&
    /[从由自]市?$/.test(text.slice(0, value.start).slice(-2))
  )
    return 'held';
  if (moved.test(text.slice(Math.max(0, value.start - 5), value.start))) return 'held';
  if (
    !/[在于到赴]$/.test(text.slice(Math.max(0, value.start - 1), value.start)) &&
    !/[在于]市$/.test(text.slice(Math.max(0, value.start - 2), value.start))
  )
    return null;
  return heldAt.test(text.slice(value.end, value.end + 16)) ? 'held' : 'there';
};

const none = new Int32Array(0);
const noActivities: readonly string[] = [];

/** 中小学、幼儿园停课: a state holds of the whole list that stands before it. */
const listStart = ({ source }: SentenceFrame, { start }: Span): number => {
  const limit = Math.max(0, start - longestList);
  let from = start;
  if (source[from - 1] === '、')
    while (from > limit && !listStarts.test(source[from - 1] as string)) from -= 1;
  return from;
};
const longestList = 40;
const listStarts = /[，。；：！？\n,;]/;

/** What a state is said of: the words before it; 市体育中心游泳馆检修完毕，11月7日恢复开放 names it one clause earlier. */
const headOf = (
  state: { readonly masked: MaskedText; readonly beside: string; readonly from: number } | null,
): Pick<Frame, 'head' | 'before'> => {
  if (state === null) return { head: none, before: none };
  const { masked, beside, from } = state;
  const said = beside.split('S', 1)[0] as string;
  const head = anyEvent.test(said) || anybody.test(said) ? none : subjectOf(said);
  const before = masked.stateless.slice(Math.max(0, from - longestHead), from);
  return { head, before: head.length > 0 ? none : subjectOf(before) };
};
const longestHead = 24;
/** 赛事照常进行: which one was said before. */
const anyEvent =
  /^(?:本次|此次|该|上述|本场|整场)?(?:赛事|活动|比赛|演出|考试|会议|展览|展会|节目|各项活动)$/;

/** 家里不会断水: at everybody's who was named before. */
const anybody = /^(?:居民|用户|市民|大家)?(?:的)?(?:家里|家中|用水|用电|用气)?$/;

/** The words around a value, in a form that two releases can be compared by. */
export const frameOf = (sentence: SentenceFrame, place: FramePlace): Frame => {
  const { masked } = sentence;
  const from = masked.position(place.clause.start);
  const to = masked.position(place.clause.end);
  const at = masked.at.get(place.mention) ?? from;
  const text = sentence.fenced;
  const clause = clauseFrame(sentence, place.clause, from, to);
  const labelled = masked.text.slice(Math.max(from, at - labelWindow), Math.min(to, at + labelWindow));
  const spokenAt = masked.spokenPosition(place.value.start);
  const listed = place.kind === 'state' ? listStart(sentence, place.clause) : place.clause.start;
  const spokenFrom = masked.spokenPosition(listed);
  const spokenTo = masked.spokenPosition(place.clause.end);
  const beside = (place.kind === 'state' ? masked.stateless : masked.spoken).slice(
    Math.max(spokenFrom, spokenAt - nearLeft),
    Math.min(spokenTo, masked.spokenPosition(place.value.end) + nearRight),
  );
  return {
    near: subjectOf(beside),
    ...headOf(place.kind === 'state' ? { masked, beside, from: spokenFrom } : null),
    wide: sentence.wide,
    role: place.kind === 'moment' ? roleOf(sentence.source, place.value, place.clause) : null,
    activities:
      place.kind === 'moment' ? activitiesAt(sentence.source, place.value, place.clause) : noActivities,
    label: bigramsOf(labelled.length < shortestLabel ? '' : `^${labelled}$`),
    clause: clause.bigrams,
    topic: topicFor(sentence, clause, place),
    qualifiers:
      listed === place.clause.start
        ? clause.qualifiers
        : qualifiersOf(sentence.source.slice(listed, place.clause.end)),
    edge: place.kind === 'moment' ? edgeOf(sentence.source, place.value) : null,
    venue: venueOf(sentence.source, place.value),
    clauseLength: to - from,
    left: bigramsOf(text.slice(Math.max(0, at + 2 - window), at + 2)),
    right: bigramsOf(text.slice(at + 1, at + 1 + window)),
    sentence: sentence.bigrams,
    order: place.order,
    inTitle: place.inTitle,
  };
};
