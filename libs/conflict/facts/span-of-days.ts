import type { Fact, MomentRole } from './fact.js';

/** 将于11月18日零时正式供热，至3月15日结束: the moment before an end begins the span whether or not it says 起. */
const opensSpan: ReadonlySet<MomentRole | null> = new Set<MomentRole | null>(['start', 'held', null]);

export const isOver = ({ frame }: Fact): boolean => frame.role === 'end' || frame.role === 'resumed';

/** The moments that end the spans, each with the moment that begins it. */
export const startsOf = (facts: readonly Fact[]): ReadonlyMap<Fact, Fact> => {
  const starts = new Map<Fact, Fact>();
  let open: Fact | null = null;
  for (const fact of facts) {
    if (isOver(fact) && open !== null && open.sentenceKey === fact.sentenceKey) starts.set(fact, open);
    open = opensSpan.has(fact.frame.role) ? fact : null;
  }
  return starts;
};

/** The values whose other end the text gives: 18日至20日. */
export const endsGiven = (facts: readonly Fact[]): ReadonlySet<Fact> => {
  const starts = startsOf(facts);
  return new Set([...starts.keys(), ...starts.values()]);
};
