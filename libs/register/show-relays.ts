import type { Database } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { PageQuery } from '../kernel/answer.api.js';
import type { RegisterListing } from './register-list.sql.js';
import type { RelayBoard } from './register.api.js';
import type { RegisterStore } from './register-store.sql.js';

/** Where what is out was relayed, site by site, as persons recorded it (Art.17). */
export class ShowRelays {
  constructor(
    private readonly database: Database,
    private readonly entries: RegisterStore,
    private readonly listing: RegisterListing,
  ) {}

  async page(query: PageQuery): Promise<RelayBoard> {
    const { queries } = this.database;
    const { rows, total } = await this.listing.released(queries, query);
    const sites = await this.entries.valid(queries, 'relaySite');
    const seen = await this.entries.valid(queries, 'relay');
    const byKey = new Map(seen.map(({ key, detail }) => [key, detail]));
    return {
      items: rows.map((row) => ({
        release: {
          ...{ id: row.id, number: row.number, title: row.title },
          releasedAt: row.released_at === null ? '' : civilTime(row.released_at),
        },
        organ: { id: row.organ_id, name: row.name, shortName: row.short_name },
        sites: sites.map(({ id }) => {
          const found = byKey.get(`${row.id} ${id}`);
          return { siteId: id, state: found?.state ?? null, url: found?.url ?? '', note: found?.note ?? '' };
        }),
      })),
      ...{ total, page: query.page, pageSize: query.pageSize },
    };
  }
}
