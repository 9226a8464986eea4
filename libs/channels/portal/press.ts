import type { NoticeLine, PortalRosterProps } from '@koujing/template';

/** The newest list of spokespersons that was published, and the same as a table. */
export interface PublishedRoster extends Omit<PortalRosterProps, 'site' | 'publishedAt'> {
  readonly publishedAt: Date;
  readonly csv: string;
}

/** A conference that was approved, or is no longer. */
export interface PublishedNotice extends Omit<NoticeLine, 'startsAt' | 'approvedAt' | 'voidedAt'> {
  readonly startsAt: Date;
  readonly approvedAt: Date;
  readonly voidedAt: Date | null;
}

/** What the site shows the press and others keep: who may be asked (Art.9), and what was approved (Art.40). */
export interface PressReader {
  /** Null until a first list is published. */
  roster(): Promise<PublishedRoster | null>;
  /** Newest first. */
  conferences(): Promise<readonly PublishedNotice[]>;
}

export const nothingForThePress: PressReader = { roster: async () => null, conferences: async () => [] };
