import type { FilePort } from '@koujing/channel';
import { portalSettings, siteOf } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import type { AccountStore } from '@koujing/dispatch';
import { civilTime } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import { rosterCsv, type RosterPublication, type RosterSite } from '@koujing/roster';
import { portalRosterPage, rosterPath } from '@koujing/template';
import { portalAccountId } from './channels.js';

const posts = { spokesperson: '新闻发言人', pressAssistant: '新闻助理' } as const;

/** `roster.html` and `roster.csv` in the folder of the portal, beside what the portal channel writes. */
export class PortalRosterSite implements RosterSite {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: AccountStore;
      readonly organs: OrganStore;
      readonly files: FilePort;
    },
  ) {}

  async write(publication: RosterPublication): Promise<void> {
    const { database, accounts, organs, files } = this.parts;
    const [account] = await accounts.find(database.queries, [portalAccountId]);
    if (account === undefined) throw new Error('there is no portal account to show the roster on');
    const settings = portalSettings.parse(account.settings);
    const office = (await organs.all(database.queries)).find(({ isOffice }) => isOffice);
    const html = portalRosterPage({
      site: siteOf(settings),
      year: publication.year,
      publishedAt: civilTime(publication.publishedAt).slice(0, 16).replace('T', ' '),
      publisher: office?.hats?.government ?? office?.name ?? settings.host,
      organs: publication.organs.map(({ organ, entries }) => ({
        organ,
        lines: entries.map(({ post, name, title }) => ({ post: posts[post], name, title })),
      })),
    });
    await files.write(settings.root, 'roster.csv', rosterCsv(publication));
    await files.write(settings.root, rosterPath, html);
  }
}
