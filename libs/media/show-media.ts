import { refuseIfAny, type Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { civilDay } from './accreditation/accreditation.js';
import type {
  MailingListList,
  MediaQuery,
  OutletList,
  ReporterList,
  ReporterQuery,
  SuppressionList,
  SuppressionQuery,
} from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia, mayReadMedia } from './may-edit-media.js';

/** The register as a person reads it. */
export class ShowMedia {
  constructor(private readonly parts: MediaParts) {}

  async outlets(query: MediaQuery, actor: Actor): Promise<OutletList> {
    refuseIfAny(mayReadMedia(actor));
    return paged(await this.parts.outlets.list(this.parts.database.queries, query), query, actor);
  }

  async reporters(query: ReporterQuery, actor: Actor): Promise<ReporterList> {
    refuseIfAny(mayReadMedia(actor));
    return paged(
      await this.parts.reporters.list(this.parts.database.queries, this.#today(query)),
      query,
      actor,
    );
  }

  async lists(query: MediaQuery, actor: Actor): Promise<MailingListList> {
    refuseIfAny(mayReadMedia(actor));
    return paged(await this.parts.lists.list(this.parts.database.queries, this.#today(query)), query, actor);
  }

  /** Who is on a list by rule depends on the day. */
  #today<Query>(query: Query): Query & { readonly today: string } {
    return { ...query, today: civilDay(this.parts.clock.now()) };
  }

  async suppressions(query: SuppressionQuery, actor: Actor): Promise<SuppressionList> {
    refuseIfAny(mayReadMedia(actor));
    const { all, ...rest } = query;
    const { database, suppressions } = this.parts;
    const found = await suppressions.list(database.queries, { ...rest, all: all !== undefined });
    const reasons = [...mayEditMedia(actor)];
    const items = found.items.map((stop) => ({
      ...stop,
      createdAt: civilTime(stop.createdAt),
      liftedAt: stop.liftedAt === null ? null : civilTime(stop.liftedAt),
      actions: { lift: { reasons } },
    }));
    return paged({ items, total: found.total }, query, actor);
  }
}

const paged = <Item>(
  { items, total }: { readonly items: readonly Item[]; readonly total: number },
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  actor: Actor,
) => ({
  ...{ items: [...items], total, page, pageSize },
  actions: { edit: { reasons: [...mayEditMedia(actor)] } },
});
