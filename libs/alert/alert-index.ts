import { generateAtomFeed } from 'feedsmith';

/** A message as the index lists it. */
export interface IndexedAlert {
  readonly identifier: string;
  readonly headline: string;
  readonly senderName: string;
  readonly sentAt: Date;
  readonly url: string;
}

export interface IndexPlace {
  /** Address of the index itself. */
  readonly url: string;
  readonly title: string;
  readonly updatedAt: Date;
}

/** The Atom index: each entry leads to a message of its own (OASIS, Example Practices: CAP Feeds 1.0). */
export const alertIndex = (alerts: readonly IndexedAlert[], place: IndexPlace): string =>
  generateAtomFeed({
    id: place.url,
    title: { value: place.title },
    updated: place.updatedAt,
    links: [{ href: place.url, rel: 'self', type: 'application/atom+xml' }],
    authors: [{ name: place.title }],
    entries: alerts.map(({ identifier, headline, senderName, sentAt, url }) => ({
      id: `urn:koujing:cap:${identifier}`,
      title: { value: headline },
      updated: sentAt,
      authors: [{ name: senderName }],
      links: [{ href: url, type: 'application/cap+xml' }],
    })),
  });
