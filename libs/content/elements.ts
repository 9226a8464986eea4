import { statedIn, type Stated } from '@koujing/conflict';
import { sentencesOf } from '@koujing/text';
import type { Carrier, ElementRule } from './content-rules.js';

/** A text in which elements are looked for. */
export interface ElementText {
  readonly organ: string;
  readonly title: string;
  readonly plain: string;
}

/** An element of the rules and what carries it. */
export interface ElementFinding {
  readonly rule: ElementRule;
  readonly state: 'found' | 'ticked' | 'missing';
  /** The sentence that carries it; '' where none does. */
  readonly sentence: string;
}

const is: Readonly<Record<Carrier, (stated: Stated) => boolean>> = {
  occurredAt: ({ attribute, role }) => isTime(attribute) && (role === 'occurred' || role === 'called'),
  startsAt: ({ attribute, role, edge }) => isTime(attribute) && (role === 'start' || edge === 'start'),
  anyTime: ({ attribute }) => isTime(attribute),
  place: ({ attribute }) => attribute === 'place',
  casualties: ({ attribute }) => ['deaths', 'injured', 'missing', 'trapped'].includes(attribute),
  warningLevel: ({ attribute }) => attribute === 'warningColour',
  organ: ({ attribute }) => attribute === 'organ',
};

const isTime = (attribute: Stated['attribute']): boolean => attribute === 'date' || attribute === 'time';

/**
 * Which elements a text carries: by a stated fact, by a word of the rules, or by the drafter's tick with a sentence that
 * stands in the text. A machine that misses one costs the drafter a tick; one that invents one lets a release go out
 * without its casualties, so that words are those which leave little doubt.
 */
export const findElements = (
  text: ElementText,
  rules: readonly ElementRule[],
  ticks: Readonly<Record<string, string>>,
): readonly ElementFinding[] => {
  const full = `${text.title}\n${text.plain}`;
  const stated = statedIn({ organ: text.organ, title: text.title, body: text.plain });
  const sentences = sentencesOf(full);
  const sentenceAt = (at: number): string => {
    const span = sentences.find(({ start, end }) => at >= start && at < end);
    return span === undefined ? '' : full.slice(span.start, span.end).trim();
  };
  return rules.map((rule) => {
    const carried = stated.find((fact) => rule.carriers.some((carrier) => is[carrier](fact)));
    if (carried !== undefined) return { rule, state: 'found', sentence: sentenceAt(carried.start) };
    const word = rule.words.map((each) => full.indexOf(each)).find((at) => at >= 0);
    if (word !== undefined) return { rule, state: 'found', sentence: sentenceAt(word) };
    const tick = (ticks[rule.element] ?? '').trim();
    return tick !== '' && full.includes(tick)
      ? { rule, state: 'ticked', sentence: tick }
      : { rule, state: 'missing', sentence: '' };
  });
};
