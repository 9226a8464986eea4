/** A stretch of a text to be marked: UTF-16 offsets, `end` exclusive, and the number it is known by. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** A piece of one line; `numbers` are the spans that cover it, ascending. */
export interface Piece {
  readonly text: string;
  readonly numbers: readonly number[];
  /** The numbers of spans that end with this piece: there the small digit is set. */
  readonly ends: readonly number[];
}

const piecesOf = (text: string, from: number, spans: readonly Span[]): readonly Piece[] => {
  const to = from + text.length;
  const touching = spans.filter((span) => span.start < to && span.end > from && span.start < span.end);
  const cuts = new Set([from, to]);
  for (const span of touching) {
    cuts.add(Math.max(from, span.start));
    cuts.add(Math.min(to, span.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to;
    const covering = touching.filter((span) => span.start <= start && span.end >= end);
    const numbers = [...new Set(covering.map((span) => span.number))].sort((a, b) => a - b);
    const ends = [...new Set(covering.filter((span) => span.end === end).map((span) => span.number))];
    return { text: text.slice(start - from, end - from), numbers, ends: ends.sort((a, b) => a - b) };
  });
};

/** The lines of a text, each cut into marked and unmarked pieces; a span may cross lines or overlap another. */
export const markSpans = (text: string, spans: readonly Span[]): readonly (readonly Piece[])[] => {
  let from = 0;
  return text.split('\n').map((line) => {
    const pieces = piecesOf(line, from, spans);
    from += line.length + 1;
    return pieces;
  });
};
