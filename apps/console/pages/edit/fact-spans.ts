import { sidesOf } from './draft-side.js';
import { offsetMap } from './offset-map.js';
import type { Checked } from './use-live-check.js';

/** A stretch of the typed body to be underlined. */
export interface FactSpan {
  readonly start: number;
  readonly end: number;
  /** Contradicted by another text or by the agreed line; otherwise merely read as a fact. */
  readonly contradicted: boolean;
}

/** Facts of the body where they were typed, in order, none over another; contradicted ones win. */
export const factSpans = ({ title, typed, plain, answer }: Checked): readonly FactSpan[] => {
  const offset = title.length + 1;
  const toTyped = offsetMap(plain, typed);
  const against = contradictedIn(answer);
  const spans = answer.facts
    .filter(({ start, end }) => start >= offset && end > start)
    .map(({ start, end }) => ({
      start: toTyped(start - offset),
      end: toTyped(end - 1 - offset) + 1,
      contradicted: against.some((other) => other.start < end && other.end > start),
    }));
  const sorted = spans.toSorted(
    (a, b) => a.start - b.start || Number(b.contradicted) - Number(a.contradicted),
  );
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached || end <= start) return false;
    reached = end;
    return true;
  });
};

/** The draft's side of every disagreement. */
const contradictedIn = ({ findings }: Checked['answer']): readonly { start: number; end: number }[] =>
  findings.flatMap(({ facts, releases }) => facts.map((fact) => sidesOf(fact, releases).ours));
