import type { ConferenceParts } from './conference-parts.js';
import type { RegisteredFact } from './facts.js';
import type { ConferenceNotice, ConferenceSite } from './notice.js';
import type { NoticeRow, NoticeStore } from './notice-store.sql.js';

/** Some years of a city; older numbers are still answered one by one (ShowPublicConference). */
const most = 500;

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

  async #found(): Promise<readonly ConferenceNotice[]> {
    const { database, notices } = this.parts;
    return (await notices.newest(database.queries, most)).map(noticeOf);
  }
}

const noticeOf = (row: NoticeRow): ConferenceNotice => ({
  ...{ number: row.number, theme: row.theme, name: row.name, host: row.host, place: row.place },
  ...{ startsAt: row.startsAt, approvedAt: row.approvedAt, voidedAt: row.voidedAt },
  status: statusOf(row),
  changed: changedFacts(row),
  successor: row.voidedAt === null ? null : row.successor,
});

const registered: ReadonlySet<string> = new Set(['time', 'place', 'content']);
const changedFacts = ({ changes }: NoticeRow): readonly RegisteredFact[] =>
  changes.map(({ fact }) => fact).filter((fact): fact is RegisteredFact => registered.has(fact));

const statusOf = (row: NoticeRow): ConferenceNotice['status'] => {
  if (row.voidedAt !== null && changedFacts(row).length > 0) return 'changed';
  if (row.state === 'cancelled') return 'cancelled';
  if (row.voidedAt !== null) return 'voided';
  return row.state === 'held' || row.state === 'evaluated' ? 'held' : 'approved';
};
