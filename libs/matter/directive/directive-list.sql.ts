import type { Visibility } from '@koujing/access';
import { spanOf } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { DirectiveQuery } from './directive.api.js';
import type { Directive } from './directive.js';
import { directiveOf } from './directive-store.sql.js';

/** Narrow read model of the directive pages. */
export class DirectiveListing {
  /** Open ones first, the nearest hour on top; then the newest. */
  async page(
    queries: Queries,
    seen: Visibility,
    query: DirectiveQuery,
  ): Promise<{ readonly items: readonly Directive[]; readonly total: number }> {
    let found = queries.selectFrom('directive');
    if (!seen.all) {
      const ids = [...seen.organIds, ''];
      found = found.where((where) =>
        where.or([where('from_organ_id', 'in', ids), where('to_organ_id', 'in', ids)]),
      );
    }
    if (query.state === 'open') found = found.where('state', 'in', ['issued', 'acknowledged']);
    else if (query.state === 'standing') found = found.where('state', '!=', 'withdrawn');
    else if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.organ !== undefined) found = found.where('to_organ_id', '=', query.organ);
    found = found.where(within('issued_at', spanOf(query)));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy(sql`case when state in ('issued', 'acknowledged') then 0 else 1 end`)
      .orderBy(sql`case when state in ('issued', 'acknowledged') then due_at end`)
      .orderBy('id', 'desc')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    return { items: rows.map(directiveOf), total: Number(total) };
  }

  /** Names of the matters and releases that a page of directives speaks of. */
  async named(
    queries: Queries,
    directives: readonly Directive[],
  ): Promise<{
    readonly matter: (id: string) => string;
    readonly release: (id: string) => {
      readonly id: string;
      readonly number: string;
      readonly title: string;
    };
  }> {
    const matters = directives.flatMap(({ matterId }) => matterId ?? []);
    const releases = directives.flatMap(({ releaseId }) => releaseId ?? []);
    const titles = await queries
      .selectFrom('matter')
      .select(['id', 'title'])
      .where('id', 'in', [...matters, ''])
      .execute();
    const named = await queries
      .selectFrom('release')
      .select(['id', 'number', 'title'])
      .where('id', 'in', [...releases, ''])
      .execute();
    return {
      matter: (id) => titles.find((row) => row.id === id)?.title ?? id,
      release: (id) => named.find((row) => row.id === id) ?? { id, number: '', title: id },
    };
  }
}
