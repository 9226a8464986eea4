import type { FactAttribute } from '@koujing/matter';
import type { OutsideText } from './heard/heard-text.js';

/** The five of Art.15. */
export type FindingKind = 'duplicate' | 'multiHeaded' | 'crossRemit' | 'inconsistent' | 'gap';

/** `block` stops the gate until a coordinator has ruled. */
export type Severity = 'block' | 'warn' | 'info';

/** What a fact is about; agreed lines are stated in the same words. */
export type Attribute = FactAttribute;

/** One side of a disagreement: the clause as it stands in the text, and what it says. */
export interface FactSide {
  readonly release: string;
  /** The clause or sentence that states the fact, at most 120 characters. */
  readonly text: string;
  /** UTF-16 offsets into title + "\n" + body of the span that carries the value. */
  readonly start: number;
  readonly end: number;
  /** The normalised value in readable form, e.g. `3人`, `2026-11-23`, `15:00`. */
  readonly value: string;
  /** Where it stands if not in the release's own text: a channel's rendition, an attachment, the version before. */
  readonly source?: string;
  /** The same for who reads English, where it is no mere name. */
  readonly sourceEn?: string;
  /** Whose words they are, where the text quotes somebody; absent where the organ speaks for itself. */
  readonly quoted?: string;
}

export interface FactConflict {
  readonly attribute: Attribute;
  readonly a: FactSide;
  readonly b: FactSide;
  /** A later as-of time explains the difference: shown by `pairs`, left out by `check`. */
  readonly update?: true;
}

/** DETECTION.md, "Shape of findings". */
export interface Finding {
  readonly kind: FindingKind;
  /** inconsistent: two (one within a release); duplicate, multiHeaded: the whole group; crossRemit: one; gap: none. */
  readonly releases: readonly string[];
  readonly matter?: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly facts: readonly FactConflict[];
  /** The text outside this system that the one release is held against. */
  readonly outside?: OutsideText;
  /** The second text, where both stand outside this system: then no release is named, and `outside` is the earlier one. */
  readonly outsideOther?: OutsideText;
  /** A sentence that a coordinator can forward, in Chinese. */
  readonly explanation: string;
  /** The same for who reads English; what is quoted and named stays Chinese. '' of findings from before it was kept. */
  readonly explanationEn: string;
}

export const explained = (
  explanation: string,
  explanationEn: string,
): Pick<Finding, 'explanation' | 'explanationEn'> => ({ explanation, explanationEn });
