import type { Queries } from '@koujing/database';
import type { RegisteredFact } from './facts.js';
import type { ConferenceNotice } from './notice.js';
import type { NoticeRow, NoticeStore } from './notice-store.sql.js';

/** Some years of a city; older numbers are still answered one by one (ShowPublicConference). */
const most = 500;

/** What the public reads of the city's conferences, newest first. */
export const newestNotices = async (
  queries: Queries,
  notices: Pick<NoticeStore, 'newest'>,
): Promise<readonly ConferenceNotice[]> => (await notices.newest(queries, most)).map(noticeOf);

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
