import type { Queries } from '@koujing/database';
import type { PersonId, ReleaseId } from '@koujing/kernel';

/** Releases that a person keeps an eye on (关注). It is theirs alone: nobody else sees it, and nothing hangs on it. */
export class ReleaseMarks {
  /** Those of `ids` that are marked. */
  async among(queries: Queries, personId: PersonId, ids: readonly ReleaseId[]): Promise<ReleaseId[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('release_mark')
      .select('release_id')
      .where('person_id', '=', personId)
      .where('release_id', 'in', [...ids])
      .execute();
    return rows.map((row) => row.release_id);
  }

  async set(
    queries: Queries,
    mark: { readonly personId: PersonId; readonly releaseId: ReleaseId; readonly at: Date },
  ): Promise<void> {
    await queries
      .insertInto('release_mark')
      .values({ person_id: mark.personId, release_id: mark.releaseId, marked_at: mark.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async remove(queries: Queries, personId: PersonId, releaseId: ReleaseId): Promise<void> {
    await queries
      .deleteFrom('release_mark')
      .where('person_id', '=', personId)
      .where('release_id', '=', releaseId)
      .execute();
  }
}
