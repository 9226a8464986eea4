/**
 * Every read that a replica may answer, and no other: the costly ones that grow with readers, of which nobody reads what they have
 * just written. The gate, approvals, the ledger, sessions, rights and evidence ask the primary.
 */
export const lateReads = [
  /** The public's search of the portal; pages and their lists are files. */
  'portalSearch',
  /** What stands in the feed of an outlet; whether it is on the list is asked of the primary. */
  'outletFeed',
  /**
   * Releases in which a program whose key only reads looks for words. The list without words is asked of the primary: by it a program
   * makes up for changes that it was told of.
   */
  'programSearch',
  /** What the reports count as it stands now, on the page and as a file; what is closed is asked of the primary. */
  'reportFigures',
] as const;

export type LateRead = (typeof lateReads)[number];
