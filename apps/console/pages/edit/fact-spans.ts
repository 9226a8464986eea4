import { sidesOf } from './draft-side.js';
import type { Checked } from './use-live-check.js';

/** A stretch of the checked text (`Checked.plain`) to be underlined. */
export interface FactSpan {
  readonly start: number;
  readonly end: number;
  /** The place in the answer of the finding that contradicts it; null for what is merely read as a fact. */
  readonly finding: number | null;
}

/** Facts of the body in order, none over another; contradicted ones win. */
export const factSpans = ({ title, answer }: Checked): readonly FactSpan[] => {
  const offset = title.length + 1;
  const against = contradictedIn(answer);
  const read = answer.facts.filter(
    ({ start, end }) => !against.some((other) => other.start < end && other.end > start),
  );
  const spans = [...against, ...read.map(({ start, end }) => ({ start, end, finding: null }))]
    .filter(({ start, end }) => start >= offset && end > start)
    .map(({ start, end, finding }) => ({ start: start - offset, end: end - offset, finding }));
  let reached = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || Number(a.finding === null) - Number(b.finding === null))
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
};

/** The draft's side of every disagreement that stands in its own text. */
const contradictedIn = ({ findings }: Checked['answer']): readonly FactSpan[] =>
  findings.flatMap(({ facts, releases }, finding) =>
    facts.flatMap((fact) => {
      const { ours } = sidesOf(fact, releases);
      return ours.source === undefined ? [{ start: ours.start, end: ours.end, finding }] : [];
    }),
  );

/** How many characters two texts share at their beginnings, and then at their ends. */
const shared = (before: string, now: string): readonly [number, number] => {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return [head, tail];
};

/** The spans where they stand in the text of now: what was changed since it was checked waits for the next answer. */
export const spansIn = (now: string, checked: Checked): readonly FactSpan[] => {
  const [head, tail] = shared(checked.plain, now);
  const later = now.length - checked.plain.length;
  return factSpans(checked).flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start < checked.plain.length - tail) return [];
    return [{ ...span, start: span.start + later, end: span.end + later }];
  });
};
