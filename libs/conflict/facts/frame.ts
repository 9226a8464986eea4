import type { Mention, Span } from '@koujing/text';
import { bigramsOf } from './bigrams.js';
import type { Frame } from './fact.js';
import { maskedText } from './masked-text.js';
import type { MaskedText } from './masked-text.js';

/** A sentence made ready for the frames of its facts. */
export interface SentenceFrame {
  readonly masked: MaskedText;
  readonly bigrams: Int32Array;
  readonly key: string;
  readonly clauses: Map<number, Int32Array>;
}

/** Longer sentences are compared by their head: lists of districts say no more after that. */
const longestSentence = 160;
const window = 12;
const labelWindow = 8;
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
    bigrams: bigramsOf(masked.text.slice(0, longestSentence)),
    key: text.slice(sentence.start, sentence.end),
    clauses: new Map(),
  };
};

const clauseBigrams = (sentence: SentenceFrame, from: number, to: number): Int32Array => {
  const known = sentence.clauses.get(from);
  if (known) return known;
  const length = to - from;
  const bigrams = bigramsOf(
    sentence.masked.text.slice(
      from,
      length < shortClause ? to + borrowed : Math.min(to, from + longestSentence),
    ),
  );
  sentence.clauses.set(from, bigrams);
  return bigrams;
};

interface Place {
  /** Index of the mention, or -1 for the clause itself. */
  readonly mention: number;
  readonly clause: Span;
  readonly order: number;
  readonly inTitle: boolean;
}

/** The words around a value, in a form that two releases can be compared by. */
export const frameOf = (sentence: SentenceFrame, place: Place): Frame => {
  const { masked } = sentence;
  const from = masked.position(place.clause.start);
  const to = masked.position(place.clause.end);
  const at = masked.at.get(place.mention) ?? from;
  const text = `^${masked.text}$`;
  const labelled = masked.text.slice(Math.max(from, at - labelWindow), Math.min(to, at + labelWindow));
  return {
    label: bigramsOf(labelled.length < shortestLabel ? '' : `^${labelled}$`),
    clause: clauseBigrams(sentence, from, to),
    clauseLength: to - from,
    left: bigramsOf(text.slice(Math.max(0, at + 2 - window), at + 2)),
    right: bigramsOf(text.slice(at + 1, at + 1 + window)),
    sentence: sentence.bigrams,
    order: place.order,
    inTitle: place.inTitle,
  };
};
