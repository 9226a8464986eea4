import { json, type Queries } from '@koujing/database';
import type { RevisedChange } from './interview.api.js';
import type { Revision } from './revision.js';

/** Corrections of requests; appended, never changed. */
export class RevisionStore {
  async add(queries: Queries, revision: Revision): Promise<void> {
    await queries
      .insertInto('interview_revision')
      .values({
        ...{ id: revision.id, interview_id: revision.interviewId, revised_by: revision.by },
        ...{ revised_at: revision.at, reason: revision.reason, changes: json(revision.changes) },
      })
      .execute();
  }

  /** Oldest first. */
  async of(queries: Queries, interviewId: string): Promise<readonly Revision[]> {
    const query = queries
      .selectFrom('interview_revision')
      .selectAll()
      .where('interview_id', '=', interviewId);
    const rows = await query.orderBy('revised_at').orderBy('id').execute();
    return rows.map((row) => ({
      ...{ id: row.id, interviewId: row.interview_id, by: row.revised_by, at: row.revised_at },
      ...{ reason: row.reason, changes: row.changes as readonly RevisedChange[] },
    }));
  }
}
