import { dayNumber, isFullDate } from '@koujing/text';
import type {
  DateMention,
  Mention,
  NormalisedText,
  PublicationMoment,
  Span,
  TimeMention,
} from '@koujing/text';
import type { Fact, FactValue, Frame, Tally } from './fact.js';
import type { Quoted } from './quoted.js';
import type { AsOf } from './validity.js';
import { statesAsOf } from './validity.js';

/** What carries over from sentence to sentence while a release is read. */
export interface Reading {
  readonly source: NormalisedText;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly titleEnd: number;
  readonly mainScope: string;
  asOf: AsOf | null;
  day: DateMention | null;
  sentenceDay: DateMention | null;
  /** The last time of day that the sentence names so far. */
  sentenceTime: TimeMention | null;
  /** The statistical window in force. */
  window: string | null;
  readonly published: PublicationMoment | null;
  /** What the sentence counts over so far. */
  reach: string;
  readonly organ: string;
  /** Whom the sentence quotes, and from where on. */
  quoted: Quoted | null;
  readonly facts: Fact[];
}

const quoteLimit = 120;
const correctionWord = /订正|更正|修正|核减|核增|纠正/;
const plannedWord = /预计|预期|计划|力争|有望|拟于|争取|原定/;
const pastWord = /已(?!经?[定拟])|完毕|完成|了$/;
const quoteEnds = /[，。；！？\n!?;]/;

/** The clause to quote: between commas, at most 120 units around the value. */
const quoteSpan = (text: string, start: number, end: number): Span => {
  let from = start;
  while (from > 0 && start - from < quoteLimit / 2 && !quoteEnds.test(text[from - 1] as string)) from -= 1;
  let to = end;
  while (to < text.length && to - from < quoteLimit - 8 && !quoteEnds.test(text[to] as string)) to += 1;
  return { start: from, end: to };
};

/** A fact as a grammar finds it, before the release's state is added. */
export interface FactParts {
  readonly span: Span;
  readonly attribute: Fact['attribute'];
  readonly value: FactValue;
  readonly frame: Frame;
  readonly sentenceKey: string;
  readonly article?: boolean;
  readonly people?: {
    readonly statuses: readonly string[];
    readonly tally: Tally | null;
    readonly scope: string;
    readonly cases: boolean;
    readonly subset: boolean;
  };
}

const formerBefore = /(?:由|从|原|原来|将)(?:的|为|是)?[^，。；、]{0,8}$/;
const formerAfter =
  /^[^，。；、]{0,4}(?:调整|提高|提升|上调|下调|降|升|增加|增至|扩大|变更|改为|延长|缩短|减)/;
/** 原定11月14日的开幕式: what was to be before it was put off. */
const planned = /原(?:定|计划|拟)[于在为]?$/;
const isFormer = (text: string, span: Span): boolean =>
  planned.test(text.slice(Math.max(0, span.start - 4), span.start)) ||
  (formerAfter.test(text.slice(span.end, span.end + 8)) &&
    formerBefore.test(text.slice(Math.max(0, span.start - 12), span.start)));

/** 网传“夜里要发生6级地震”，纯属谣言: what is told only to be denied. */
const rumour = /(?:流传|网传|谣传|传言|传播)[^。]*$/;
const denied = /谣言|不实|辟谣|虚假/;
const isRumour = (text: string, { start, end }: Span): boolean =>
  rumour.test(text.slice(Math.max(0, start - 60), start)) && denied.test(text.slice(end, end + 60));

/** How a thing stands at publication, whatever moment the sentence named before. */
const stillSo = /目前|仍|尚|暂未|至今/;

/** The moment that the sentence names for what it tells; the day of publication where it names only a time. */
const momentOf = (reading: Reading): Fact['moment'] => {
  const day =
    reading.sentenceDay?.date ?? (reading.sentenceTime ? (reading.day?.date ?? reading.published) : null);
  if (!day || !isFullDate(day)) return undefined;
  const time = reading.sentenceTime;
  return { minute: dayNumber(day) * 1440 + (time?.minute ?? 0), dayOnly: time === null };
};

const definedOnly = (moment: Fact['moment']): { readonly moment?: Fact['moment'] & object } =>
  moment === undefined ? {} : { moment };

/** Adds a fact with the as-of moment and day in force. */
export const push = (reading: Reading, parts: FactParts): void => {
  const { source, text } = reading;
  const quote = quoteSpan(text, parts.span.start, parts.span.end);
  const rawEnd = (end: number): number => (end === 0 ? 0 : source.rawOffset(end - 1) + 1);
  reading.facts.push({
    attribute: parts.attribute,
    value: parts.value,
    start: source.rawOffset(parts.span.start),
    end: rawEnd(parts.span.end),
    clauseStart: source.rawOffset(quote.start),
    clauseEnd: rawEnd(quote.end),
    ...(reading.asOf && { asOf: reading.asOf }),
    ...(reading.sentenceDay && { day: reading.sentenceDay.date }),
    ...((parts.attribute === 'date' || parts.attribute === 'time') &&
      statesAsOf(text, parts.span) && { isAsOf: true as const }),
    statuses: parts.people?.statuses ?? [],
    ...(parts.people?.tally && { tally: parts.people.tally }),
    ...(parts.people?.cases && { cases: true as const }),
    scope: parts.people?.scope ?? 'main',
    ...(parts.people?.subset && { subset: true as const }),
    ...(parts.article && { article: true as const }),
    ...(plannedWord.test(text.slice(quote.start, quote.end)) && { planned: true as const }),
    ...(pastWord.test(text.slice(quote.start, quote.end)) && { past: true as const }),
    ...((isFormer(text, parts.span) || isRumour(text, parts.span)) && { former: true as const }),
    ...(reading.window !== null && { window: reading.window }),
    ...(parts.attribute === 'polarity' &&
      !stillSo.test(text.slice(quote.start, quote.end)) &&
      definedOnly(momentOf(reading))),
    ...(parts.attribute === 'polarity' &&
      stillSo.test(text.slice(quote.start, quote.end)) && { still: true as const }),
    ...(correctionWord.test(text.slice(quote.start, quote.end)) && { correction: true as const }),
    ...(reading.quoted !== null &&
      parts.span.start >= reading.quoted.from && { quoted: reading.quoted.organ }),
    reach: reading.reach,
    frame: parts.frame,
    sentenceKey: parts.sentenceKey,
  });
};
