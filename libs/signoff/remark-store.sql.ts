import type { Queries } from '@koujing/database';
import type { PersonId, ReleaseId } from '@koujing/kernel';

/** What somebody said about a text. */
export interface Remark {
  readonly id: string;
  readonly releaseId: ReleaseId;
  readonly version: number;
  readonly personId: PersonId;
  readonly text: string;
  /** That version was before the public already: who reads it there reads this too. */
  readonly onReleased: boolean;
  readonly saidAt: Date;
}

export class RemarkStore {
  async insert(queries: Queries, remark: Remark): Promise<void> {
    await queries
      .insertInto('release_remark')
      .values({
        id: remark.id,
        release_id: remark.releaseId,
        version: remark.version,
        person_id: remark.personId,
        text: remark.text,
        on_released: remark.onReleased,
        said_at: remark.saidAt,
      })
      .execute();
  }

  /** Oldest first. */
  async of(queries: Queries, releaseId: ReleaseId): Promise<readonly Remark[]> {
    const rows = await queries
      .selectFrom('release_remark')
      .selectAll()
      .where('release_id', '=', releaseId)
      .orderBy('said_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      releaseId: row.release_id,
      version: row.version,
      personId: row.person_id,
      text: row.text,
      onReleased: row.on_released,
      saidAt: row.said_at,
    }));
  }
}
