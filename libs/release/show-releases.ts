import { mayInSome, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { ReleaseListing } from './release-list.sql.js';
import type { ReleaseMarks } from './release-marks.sql.js';
import type { PreviewList, ReleaseList, ReleaseQuery } from './release.api.js';
import type { ReleaseParts } from './release-parts.js';
import { visibleRelease } from './visible-release.js';
import type { WaitingReleases } from './waiting-releases.js';

/** What the release pages read: lists and the renditions that would be sent. */
export class ShowReleases {
  constructor(
    private readonly parts: Pick<ReleaseParts, 'database' | 'releases' | 'renditions'> & {
      readonly marks: ReleaseMarks;
      readonly waiting: WaitingReleases;
    },
    private readonly listing: ReleaseListing,
  ) {}

  async page(query: ReleaseQuery, actor: Actor): Promise<ReleaseList> {
    const { database, marks } = this.parts;
    const { queries } = database;
    const { personId } = actor;
    const waiting = await this.#waiting(queries, query, actor);
    const asked = { ...query, by: { personId, waiting } };
    const list = (from: Queries) => this.listing.page(from, visibilityOf(actor), asked);
    const late = actor.onlyReads === true && query.q !== undefined;
    const page = await (late ? database.late('programSearch', list) : list(queries));
    const ids = page.items.map(({ id }) => id);
    return {
      ...page,
      marked: await marks.among(queries, personId, ids),
      actions: { create: { reasons: [...mayInSome(actor, ['drafter'])] } },
    };
  }

  async #waiting(queries: Queries, { mine }: ReleaseQuery, actor: Actor): Promise<readonly string[]> {
    if (mine === 'waiting') return this.parts.waiting.idsFor(queries, actor);
    return mine === 'toDo' ? this.parts.waiting.ownIdsFor(queries, actor) : [];
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
