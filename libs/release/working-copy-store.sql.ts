import { json, type Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { WorkingDraft } from './working-copy.api.js';
import type { WorkingCopy } from './working-copy.js';

export class WorkingCopyStore {
  async find(queries: Queries, personId: PersonId, subject: string): Promise<WorkingCopy | null> {
    const row = await queries
      .selectFrom('working_copy')
      .selectAll()
      .where('person_id', '=', personId)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          ...{ personId: row.person_id, subject: row.subject, baseRevision: row.base_revision },
          ...{ draft: row.draft as WorkingDraft, seq: row.seq, savedAt: row.saved_at },
        };
  }

  /** Its new number; null where another window was faster. */
  async save(
    queries: Queries,
    { personId, subject, baseRevision, draft, savedAt }: Omit<WorkingCopy, 'seq'>,
    expectedSeq: number | null,
  ): Promise<number | null> {
    const values = { base_revision: baseRevision, draft: json(draft), saved_at: savedAt };
    const saved =
      expectedSeq === null
        ? await queries
            .insertInto('working_copy')
            .values({ person_id: personId, subject, seq: 1, ...values })
            .onConflict((conflict) => conflict.doNothing())
            .returning('seq')
            .executeTakeFirst()
        : await queries
            .updateTable('working_copy')
            .set({ seq: expectedSeq + 1, ...values })
            .where('person_id', '=', personId)
            .where('subject', '=', subject)
            .where('seq', '=', expectedSeq)
            .returning('seq')
            .executeTakeFirst();
    return saved?.seq ?? null;
  }

  async forget(queries: Queries, personId: PersonId, subject: string): Promise<void> {
    await queries
      .deleteFrom('working_copy')
      .where('person_id', '=', personId)
      .where('subject', '=', subject)
      .execute();
  }

  /** Everybody's, whoever it was. */
  async forgetBefore(queries: Queries, savedAt: Date): Promise<void> {
    await queries.deleteFrom('working_copy').where('saved_at', '<', savedAt).execute();
  }
}
