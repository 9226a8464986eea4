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

/** A CAP message as the index lists it. */
export interface IndexedAlert {
  readonly identifier: string;
  readonly headline: string;
  readonly senderName: string;
  readonly sentAt: Date;
}

/** A CAP message whose file was written. */
export interface AlertFile {
  readonly identifier: string;
  readonly releaseId: string;
  readonly xml: string;
  /** Of its release: then the release's page leads to it too. */
  readonly isNewest: boolean;
}

/** What the site shows the press and others keep: who may be asked (Art.9), what was approved (Art.40), what is warned of. */
export interface PressReader {
  /** Null until a first list is published. */
  roster(): Promise<PublishedRoster | null>;
  /** Newest first. */
  conferences(): Promise<readonly PublishedNotice[]>;
  /** Newest first. */
  alerts(): Promise<readonly IndexedAlert[]>;
  /** Identifiers of those that were written, from after this one on. */
  alertsAfter(identifier: string, limit: number): Promise<readonly string[]>;
  /** Null of one that was not written. */
  alertFile(identifier: string): Promise<AlertFile | null>;
  /** Which of these are the identifier of a message, or the release of one. */
  alertsNamed(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** When what stands on the page changed last; null where there is nothing to stand on it. Asked with every publication. */
  changedAt(page: 'roster' | 'conferences'): Promise<Date | null>;
}

export const nothingForThePress: PressReader = {
  roster: async () => null,
  conferences: async () => [],
  alerts: async () => [],
  alertsAfter: async () => [],
  alertFile: async () => null,
  alertsNamed: async () => new Set(),
  changedAt: async () => null,
};
