export {
  dateInWords,
  dayNumber,
  isFullDate,
  mayBeSameDate,
  publicationMoment,
  writeDate,
} from './civil-date.js';
export type { PartialDate, PublicationMoment } from './civil-date.js';
export { articleInEnglish, inBrackets, inEnglishBrackets } from './article.api.js';
export type { CodeMention } from './code-mention.js';
export { csvText } from './csv.js';
export { datesIn, weekdayNamed, weekdayOf } from './date-mention.js';
export type { DateMention } from './date-mention.js';
export { liesIn } from './gazetteer.js';
export type { Division } from './gazetteer.js';
export { mentionsIn } from './mention.js';
export type { Mention } from './mention.js';
export { normalise } from './normalise.js';
export type { NormalisedText } from './normalise.js';
export { mayBeSamePlace, narrowestOf, placesIn } from './place.js';
export type { PlaceMention } from './place.js';
export { readNumeral } from './numeral.js';
export { mayBeEqual } from './quantity.js';
export type { Quantity } from './quantity.js';
export { quantitiesIn } from './quantity-mention.js';
export type { QuantityMention } from './quantity-mention.js';
export { wordsOf } from './segment.js';
export { clausesOf, sentencesOf } from './sentence.js';
export type { Span } from './sentence.js';
export type { StateMention } from './state-word.js';
export { stockWordAt } from './stock-word.js';
export { mayBeSameTime, timesIn, writeTime } from './time-of-day.js';
export type { TimeMention } from './time-of-day.js';
