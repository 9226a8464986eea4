import type { RosterParts } from './roster-parts.js';
import type { RosterPublication } from './roster.js';
import type { RosterSite } from './roster-site.js';

/**
 * Brings the newest list to the public page (Art.9). Ticked: the page is written when it is not the one that stands there, for
 * whatever reason – another list, another template, another name of the site, a page that was changed or is gone – so that lost
 * work is found at the next turn and doubled work changes nothing. What is written is read where nobody else writes, so that no
 * process puts an older list over a newer one.
 */
export class WriteRosterPage {
  constructor(
    private readonly parts: RosterParts,
    private readonly site: RosterSite,
  ) {}

  async tick(): Promise<void> {
    if ((await this.#owed()) === null) return;
    await this.site.exclusively(async () => {
      const owed = await this.#owed();
      if (owed !== null) await this.#write(owed);
    });
  }

  async #write(owed: RosterPublication): Promise<void> {
    const { database, publications, clock } = this.parts;
    await this.site.write(owed);
    // When it first could be read; that it was restored later makes it no later list.
    if (owed.pageWrittenAt === null) await publications.pageWritten(database.queries, owed.id, clock.now());
  }

  /** The newest list, if it is not what stands there. */
  async #owed(): Promise<RosterPublication | null> {
    const { database, publications } = this.parts;
    const [newest] = await publications.newest(database.queries, 1);
    if (newest === undefined) return null;
    return newest.pageWrittenAt !== null && (await this.site.shows(newest)) ? null : newest;
  }
}
