import type { FilePort } from '@koujing/channel';
import { portalSettings, siteOf } from '@koujing/channels/portal';
import type { Database } from '@koujing/database';
import { StoredPublishedIndex, type AccountStore } from '@koujing/dispatch';
import { civilTime } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import { rosterCsv, type RosterPublication, type RosterSite } from '@koujing/roster';
import { portalRosterPage, rosterPath } from '@koujing/template';
import { portalAccountId } from './channels.js';

const posts = { spokesperson: '新闻发言人', pressAssistant: '新闻助理' } as const;

/** `roster.html` and `roster.csv` in the folder of the portal, beside what the portal channel writes and under the same lease. */
export class PortalRosterSite implements RosterSite {
  readonly #index: StoredPublishedIndex;

  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly accounts: Pick<AccountStore, 'find'>;
      readonly organs: OrganStore;
      readonly files: FilePort;
    },
  ) {
    this.#index = new StoredPublishedIndex(parts.database, portalAccountId);
  }

  exclusively(work: () => Promise<void>): Promise<void> {
    return this.#index.exclusively(work);
  }

  async shows(publication: RosterPublication): Promise<boolean> {
    const { root, pages } = await this.#pages(publication);
    for (const { path, text } of pages) {
      const standing = await this.parts.files.read(root, path);
      if (standing === null || !Buffer.from(text, 'utf8').equals(standing)) return false;
    }
    return true;
  }

  async write(publication: RosterPublication): Promise<void> {
    const { root, pages } = await this.#pages(publication);
    for (const { path, text } of pages) await this.parts.files.write(root, path, text);
  }

  /** The table first: the page links to it. */
  async #pages(publication: RosterPublication): Promise<Pages> {
    const { database, accounts, organs } = this.parts;
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
    return {
      root: settings.root,
      pages: [
        { path: 'roster.csv', text: rosterCsv(publication) },
        { path: rosterPath, text: html },
      ],
    };
  }
}

interface Pages {
  readonly root: string;
  readonly pages: readonly { readonly path: string; readonly text: string }[];
}
