/** Half-open span of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const sentenceEnds = new Set(['。', '！', '？', '!', '?', '\n', '；', ';']);
const clauseEnds = new Set([
  '，',
  '、',
  '：',
  ':',
  '(',
  ')',
  '（',
  '）',
  '【',
  '】',
  '“',
  '”',
  '"',
  '…',
  '《',
  '》',
  '|',
  ',',
]);

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `15:30` and `1,234` are no clause boundaries. */
const insideNumber = (text: string, index: number): boolean =>
  (text[index] === ':' || text[index] === ',') &&
  isDigit(text.charCodeAt(index - 1)) &&
  isDigit(text.charCodeAt(index + 1));

/** 咨询电话：0571… is one clause; a longer lead-in before a colon is a clause of its own. */
const longestColonLabel = 8;
const isLabelColon = (text: string, start: number, index: number): boolean =>
  (text[index] === '：' || text[index] === ':') && index - start <= longestColonLabel;

const split = (text: string, within: Span, ends: ReadonlySet<string>): Span[] => {
  const spans: Span[] = [];
  let start = within.start;
  for (let index = within.start; index <= within.end; index += 1) {
    const atEnd = index === within.end;
    if (!atEnd && (!ends.has(text[index] as string) || insideNumber(text, index))) continue;
    if (!atEnd && isLabelColon(text, start, index)) continue;
    if (index > start) spans.push({ start, end: index });
    start = index + 1;
  }
  return spans;
};

/** Sentences end with 。！？； or the line. */
export const sentencesOf = (text: string): Span[] =>
  split(text, { start: 0, end: text.length }, sentenceEnds);

/** Clauses end with the marks inside a sentence, enumeration commas and brackets included. */
export const clausesOf = (text: string, sentence: Span): Span[] => split(text, sentence, clauseEnds);
