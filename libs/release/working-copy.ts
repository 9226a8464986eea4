import type { PersonId } from '@koujing/kernel';
import type { WorkingDraft } from './working-copy.api.js';

/** The subject of a copy of what is not stored as a release yet: no number is taken for it. */
export const notStored = 'new';

/**
 * What a person is typing, kept on the server before it is saved: no version, no digest, nothing that anybody else reads.
 * One a person and release; the release's own versions are made by saving alone.
 */
export interface WorkingCopy {
  readonly personId: PersonId;
  /** A release's id, or `notStored`. */
  readonly subject: string;
  /** The revision that it was typed over; null for what is not stored yet. */
  readonly baseRevision: number | null;
  readonly draft: WorkingDraft;
  /** Raised by every keeping: another window of the same person is told, never overwritten. */
  readonly seq: number;
  readonly savedAt: Date;
}

/** An unpublished text that nobody came back for in a month lies about too long; the browser's own copy goes after a week. */
export const keptDays = 30;

/** The page is heard of every half minute; who was not heard of for longer than two of them has left. */
export const seenWithinMs = 75_000;
