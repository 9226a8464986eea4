import { boundedFacts } from './bounded-facts.js';
import type { Attribute } from './finding.js';
import type { MomentRole } from './facts/fact.js';

/** A value that a text states, for those who ask only whether it is there. */
export interface Stated {
  readonly attribute: Attribute;
  /** What a date or time is the moment of. */
  readonly role: MomentRole | null;
  /** The value begins or ends a span. */
  readonly edge: 'start' | 'end' | null;
  /** UTF-16 offset into title + "\n" + body. */
  readonly start: number;
}

/** What a text states, as the detector reads it. */
export const statedIn = (
  text: { readonly organ: string; readonly title: string; readonly body: string },
  areas: readonly string[] = [],
): readonly Stated[] =>
  boundedFacts({ id: '', publishedAt: null, ...text }, areas).map(({ attribute, frame, start }) => ({
    attribute,
    role: frame.role,
    edge: frame.edge,
    start,
  }));
