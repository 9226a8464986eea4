import type { ReleaseText } from '../release-text.js';

/**
 * What an organ told a newspaper or a station by telephone, fax or e-mail: Art.16 counts it among the forms of release, so
 * a later release must say the same. It has an id of its own and no versions; what was said stays said.
 */
export interface ToldText extends ReleaseText {
  readonly outlet: string;
  /** The agreed lines that were used, in words. */
  readonly lines: readonly string[];
}

/** A told text with its place in the order of what is said in public. */
export interface SequencedTold {
  readonly gateSeq: number;
  readonly text: ToldText;
}

/** Under this a told text stands where a release would stand in a fact's sides. */
export const TOLD = 'answer:';
