import type { ConferenceParts } from './conference-parts.js';
import type { ConferenceNotice, ConferenceSite } from './notice.js';
import { newestNotices } from './newest-notices.js';
import type { NoticeStore } from './notice-store.sql.js';

/**
 * Brings approvals, their changes and cancellations to the portal (Art.32, 40). Ticked: the page is written when it is not the
 * one that stands there, for whatever reason – another approval, another template, another name of the site – so that lost work
 * is found at the next turn and doubled work changes nothing. What is written is read where nobody else writes: a process that
 * looked earlier cannot put its page over a newer one.
 */
export class WriteNotices {
  constructor(
    private readonly parts: Pick<ConferenceParts, 'database'> & {
      readonly notices: Pick<NoticeStore, 'newest'>;
    },
    private readonly site: ConferenceSite,
  ) {}

  async tick(): Promise<void> {
    const found = await this.#found();
    if (found.length === 0 || (await this.site.shows(found))) return;
    await this.site.exclusively(async () => this.site.write(await this.#found()));
  }

  #found(): Promise<readonly ConferenceNotice[]> {
    const { database, notices } = this.parts;
    return newestNotices(database.queries, notices);
  }
}
