import type { RosterPublication } from './roster.js';

/** Port, implemented where the portal is known: the public page of the list. */
export interface RosterSite {
  /** Writes page and table in place of the former ones; the same list gives the same bytes. */
  write(publication: RosterPublication): Promise<void>;
}
