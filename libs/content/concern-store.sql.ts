import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { OrganId, PersonId, ReleaseId } from '@koujing/kernel';

/** Why an organ that a text touches need not confirm. */
export interface Dismissal {
  readonly releaseId: ReleaseId;
  readonly organId: OrganId;
  readonly reason: string;
  /** The sentences that touched it when it was dismissed, and the digest of the text that they stood in. */
  readonly passages: readonly string[];
  readonly digest: string;
  readonly dismissedBy: PersonId;
  readonly dismissedAt: Date;
}

export class ConcernStore {
  async save(queries: Queries, dismissal: Dismissal): Promise<void> {
    const values = {
      reason: dismissal.reason,
      passages: json(dismissal.passages),
      digest: dismissal.digest,
      dismissed_by: dismissal.dismissedBy,
      dismissed_at: dismissal.dismissedAt,
    };
    await queries
      .insertInto('release_concern')
      .values({ release_id: dismissal.releaseId, organ_id: dismissal.organId, ...values })
      .onConflict((conflict) => conflict.columns(['release_id', 'organ_id']).doUpdateSet(values))
      .execute();
  }

  async of(queries: Queries, releaseId: ReleaseId): Promise<readonly Dismissal[]> {
    const rows = await queries
      .selectFrom('release_concern')
      .selectAll()
      .where('release_id', '=', releaseId)
      .orderBy('organ_id')
      .execute();
    return rows.map((row) => ({
      releaseId: row.release_id,
      organId: row.organ_id,
      reason: row.reason,
      passages: row.passages,
      digest: row.digest,
      dismissedBy: row.dismissed_by,
      dismissedAt: row.dismissed_at,
    }));
  }

  /** Another release of this kind on the same matter is out: this one is not the first. */
  async followsOn(
    queries: Queries,
    { id, matter, kind }: { readonly id: ReleaseId; readonly matter: string; readonly kind: string },
  ): Promise<boolean> {
    const row = await queries
      .selectFrom('release')
      .select('id')
      .where('matter', '=', matter)
      .where('kind', '=', kind)
      .where('id', '!=', id)
      .where('released_version', 'is not', null)
      .where('state', '!=', 'withdrawn')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The released result that names this response (Art.19). */
  async resultOf(
    queries: Queries,
    responseId: ReleaseId,
  ): Promise<{ readonly id: ReleaseId; readonly title: string } | null> {
    const row = await queries
      .selectFrom('release')
      .innerJoin('release_version', (join) =>
        join
          .onRef('release_version.release_id', '=', 'release.id')
          .onRef('release_version.version', '=', 'release.released_version'),
      )
      .select(['release.id', 'release.title'])
      .where('release.kind', '=', 'mediaScrutiny')
      .where('release.state', '!=', 'withdrawn')
      .where(sql<boolean>`release_version.declaration ->> 'answers' = ${responseId}`)
      .executeTakeFirst();
    return row ?? null;
  }
}
