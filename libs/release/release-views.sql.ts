import { json, type Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { ViewFilters, ViewList } from './release-view.api.js';

export interface ReleaseView {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly filters: ViewFilters;
  readonly createdAt: Date;
}

/** Named filters of persons, and which of them comes first. Every question names the person: nobody reaches another's. */
export class ReleaseViews {
  async of(queries: Queries, personId: PersonId): Promise<ViewList> {
    const rows = await queries
      .selectFrom('release_view')
      .select(['id', 'name', 'filters'])
      .where('person_id', '=', personId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const first = await queries
      .selectFrom('first_release_view')
      .select('view')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const items = rows.map(({ id, name, filters }) => ({ id, name, filters: { ...filters } }));
    return { items, first: first?.view ?? null };
  }

  /** False if the person has one of this name already. */
  async insert(queries: Queries, { id, personId, name, filters, createdAt }: ReleaseView): Promise<boolean> {
    const rows = await queries
      .insertInto('release_view')
      .values({ id, person_id: personId, name, filters: json(filters), created_at: createdAt })
      .onConflict((conflict) => conflict.columns(['person_id', 'name']).doNothing())
      .returning('id')
      .execute();
    return rows.length > 0;
  }

  async update(
    queries: Queries,
    { id, personId, name, filters }: Pick<ReleaseView, 'id' | 'personId' | 'name' | 'filters'>,
  ): Promise<void> {
    await queries
      .updateTable('release_view')
      .set({ name, filters: json(filters) })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .execute();
  }

  async remove(queries: Queries, personId: PersonId, id: string): Promise<void> {
    await queries.deleteFrom('release_view').where('id', '=', id).where('person_id', '=', personId).execute();
  }

  async setFirst(queries: Queries, personId: PersonId, view: string | null): Promise<void> {
    await queries.deleteFrom('first_release_view').where('person_id', '=', personId).execute();
    if (view === null) return;
    await queries.insertInto('first_release_view').values({ person_id: personId, view }).execute();
  }
}
