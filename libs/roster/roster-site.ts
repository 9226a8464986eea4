import type { RosterPublication } from './roster.js';

/** Port, implemented where the portal is known: the public page of the list. */
export interface RosterSite {
  /** Whether page and table say this list already, byte for byte: it is not written for nothing. */
  shows(publication: RosterPublication): Promise<boolean>;
  /** One writer at a time, across processes. */
  exclusively(work: () => Promise<void>): Promise<void>;
  /** Writes page and table in place of the former ones; the same list gives the same bytes. */
  write(publication: RosterPublication): Promise<void>;
}
