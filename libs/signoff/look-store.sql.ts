import type { Queries } from '@koujing/database';
import type { PersonId, ReleaseId } from '@koujing/kernel';

/** That a person read a text, and when last. */
export interface Look {
  readonly version: number;
  readonly digest: string;
  readonly at: Date;
}

export class LookStore {
  async record(
    queries: Queries,
    of: { readonly personId: PersonId; readonly releaseId: ReleaseId },
    look: Look,
  ): Promise<void> {
    await queries
      .insertInto('release_look')
      .values({
        person_id: of.personId,
        release_id: of.releaseId,
        version: look.version,
        digest: look.digest,
        looked_at: look.at,
      })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'release_id', 'version']).doUpdateSet({ looked_at: look.at }),
      )
      .execute();
  }

  /** The latest first. */
  async of(queries: Queries, personId: PersonId, releaseId: ReleaseId): Promise<readonly Look[]> {
    const rows = await queries
      .selectFrom('release_look')
      .selectAll()
      .where('person_id', '=', personId)
      .where('release_id', '=', releaseId)
      .orderBy('looked_at', 'desc')
      .orderBy('version', 'desc')
      .execute();
    return rows.map((row) => ({ version: row.version, digest: row.digest, at: row.looked_at }));
  }
}
