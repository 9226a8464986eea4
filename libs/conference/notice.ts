import type { RegisteredFact } from './facts.js';

/** What the public reads of one approval: what media may rely on, also after it is void (Art.32, 40). */
export interface ConferenceNotice {
  readonly number: string;
  /** `changed`: time, place or content was changed, and it had to be approved anew. */
  readonly status: 'approved' | 'held' | 'changed' | 'voided' | 'cancelled';
  readonly theme: string;
  /** In whose name it is held, and who hosts it (Art.30). */
  readonly name: string;
  readonly host: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly approvedAt: Date;
  readonly voidedAt: Date | null;
  readonly changed: readonly RegisteredFact[];
  /** The number under which it was approved anew; null while it was not. */
  readonly successor: string | null;
}

/** Port, implemented where the portal is known: the public page of the notices. */
export interface ConferenceSite {
  /** Whether the page that stands there is, byte by byte, the one that these notices make now. */
  shows(notices: readonly ConferenceNotice[]): Promise<boolean>;
  /** One writer at a time, across processes. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** Writes the page in place of the former one; the same notices give the same bytes. */
  write(notices: readonly ConferenceNotice[]): Promise<void>;
}
