import { visibilityOf, type Actor } from '@koujing/access';
import type { ReleaseListing } from './release-list.sql.js';
import type { PreviewList, ReleaseList, ReleaseQuery } from './release.api.js';
import type { ReleaseParts } from './release-parts.js';
import { visibleRelease } from './visible-release.js';

/** What the release pages read: lists and the renditions that would be sent. */
export class ShowReleases {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database' | 'releases' | 'renditions'>,
    private readonly listing: ReleaseListing,
  ) {}

  page(query: ReleaseQuery, actor: Actor): Promise<ReleaseList> {
    return this.listing.page(this.parts.database.queries, visibilityOf(actor), query);
  }

  async previews(id: string, actor: Actor): Promise<PreviewList> {
    const { database, releases, renditions } = this.parts;
    const release = await visibleRelease(releases, database.queries, actor, id);
    const version = await releases.version(database.queries, id, release.version);
    const previews = version === null ? [] : await renditions.previews(database.queries, release, version);
    const items = previews.map(({ rendition, findings, ...preview }) => ({
      ...preview,
      rendition: {
        template: rendition.template,
        parts: { ...rendition.parts },
        slots: [...rendition.slots],
        assets: [...rendition.assets],
      },
      findings: [...findings],
    }));
    return { items, total: items.length, page: 1, pageSize: items.length };
  }
}
