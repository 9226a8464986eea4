import {
  portalSettings,
  type PortalSettings,
  type PressReader,
  type PublishedRoster,
} from '@koujing/channels/portal';
import { AlertStore } from '@koujing/alert';
import { newestNotices, NoticeStore } from '@koujing/conference';
import type { Database } from '@koujing/database';
import { StoredPublishedIndex, type AccountStore } from '@koujing/dispatch';
import { OrganStore } from '@koujing/organ';
import { PublicationStore, rosterCsv, type RosterPublication } from '@koujing/roster';

/** The one portal account; the first platform of Art.17. */
export const portalAccountId = 'portal';

/** @throws Error where the city has no portal: nobody who writes on it may pass that over. */
export const portalSettingsNow = async (
  { queries }: Database,
  accounts: Pick<AccountStore, 'find'>,
): Promise<PortalSettings> => {
  const [account] = await accounts.find(queries, [portalAccountId]);
  if (account === undefined) throw new Error('there is no portal account to write on');
  return portalSettings.parse(account.settings);
};

/** Receivers poll the index; beyond this it would grow past the 100 kB that they are asked to expect (CHANNELS.md E). */
const listedAlerts = 100;

const posts = { spokesperson: '新闻发言人', pressAssistant: '新闻助理' } as const;

/** The pages of the one portal, with what its roster and conference pages are made of; a writer that has read these already gives its own. */
export const openPortalIndex = (database: Database, own: Partial<PressReader> = {}): StoredPublishedIndex =>
  new StoredPublishedIndex(database, portalAccountId, { ...pressOf(database), ...own });

const pressOf = (database: Database): PressReader => ({
  roster: async () => {
    const [newest] = await new PublicationStore().newest(database.queries, 1);
    return newest === undefined ? null : rosterAsShown(database, newest);
  },
  conferences: () => newestNotices(database.queries, new NoticeStore()),
  alerts: () => new AlertStore().newest(database.queries, listedAlerts),
  alertsAfter: (identifier, limit) => new AlertStore().writtenAfter(database.queries, identifier, limit),
  alertFile: (identifier) => new AlertStore().file(database.queries, identifier),
  alertsNamed: (names) => new AlertStore().named(database.queries, names),
  changedAt: (page) =>
    page === 'roster'
      ? new PublicationStore().newestAt(database.queries)
      : new NoticeStore().changedAt(database.queries),
});

export const rosterAsShown = async (
  { queries }: Database,
  publication: RosterPublication,
): Promise<PublishedRoster> => {
  const office = await new OrganStore().office(queries);
  return {
    ...{ year: publication.year, publishedAt: publication.publishedAt, csv: rosterCsv(publication) },
    publisher: office?.hats?.government ?? office?.name ?? '',
    organs: publication.organs.map(({ organ, entries }) => ({
      organ,
      lines: entries.map(({ post, name, title }) => ({ post: posts[post], name, title })),
    })),
  };
};
