import type { RosterParts } from './roster-parts.js';
import type { RosterSite } from './roster-site.js';

/** Brings the newest list to the public page. Ticked: work that was lost is found at the next turn, done twice it changes nothing. */
export class WriteRosterPage {
  constructor(
    private readonly parts: RosterParts,
    private readonly site: RosterSite,
  ) {}

  async tick(): Promise<void> {
    const { database, publications, clock } = this.parts;
    const [newest] = await publications.newest(database.queries, 1);
    if (newest === undefined || newest.pageWrittenAt !== null) return;
    await this.site.write(newest);
    await publications.pageWritten(database.queries, newest.id, clock.now());
  }
}
