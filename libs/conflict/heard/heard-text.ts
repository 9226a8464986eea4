import type { ReleaseText } from '../release-text.js';

/**
 * What an organ says on a site or in a feed of its own, past this system (Art.15: repeated, multi-headed and inconsistent
 * publication). Never published by us; shown with its source and address.
 */
export interface HeardText extends ReleaseText {
  readonly publishedAt: string;
  readonly organId: string;
  /** The site by name. */
  readonly site: string;
  readonly url: string;
  /** False where the source gives no usable date: `publishedAt` is when it was first heard. */
  readonly isDated: boolean;
}

/** The same in the order of what is said in public. */
export interface SequencedHeard {
  readonly gateSeq: number;
  readonly text: HeardText;
  /** Nobody is held against it any more. */
  readonly withdrawn: boolean;
}

/** Under this a heard text stands where a release would stand in a fact's sides. */
export const HEARD = 'site:';

/** The text outside this system that a finding holds a release against. */
export interface OutsideText {
  readonly id: string;
  readonly organId: string;
  readonly organ: string;
  readonly title: string;
  readonly site: string;
  readonly url: string;
  /** ISO 8601 with offset. */
  readonly publishedAt: string;
}

export const outsideOf = ({ id, organId, organ, title, site, url, publishedAt }: HeardText): OutsideText => ({
  ...{ id, organId, organ, title, site, url, publishedAt },
});
