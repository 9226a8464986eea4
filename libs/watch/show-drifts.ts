import { actingRoles, holds, reachAs, visibilityOf, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import type { DriftList, DriftQuery } from './drift.api.js';
import { driftList } from './drift-list.sql.js';

/** What is out and no longer reads as it was approved. */
export class ShowDrifts {
  constructor(private readonly parts: { readonly database: Database }) {}

  page(query: DriftQuery, actor: Actor): Promise<DriftList> {
    const seen =
      query.whose === undefined || holds(actor, 'coordinator')
        ? visibilityOf(actor)
        : reachAs(actor, actingRoles);
    return driftList(this.parts.database.queries, seen, query);
  }
}
