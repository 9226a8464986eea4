import type { Queries } from '@koujing/database';
import type { PersonId, ReleaseId } from '@koujing/kernel';

/** When somebody who wrote a release would have it go out. */
export interface TimeProposal {
  readonly releaseId: ReleaseId;
  readonly at: Date;
  readonly why: string;
  readonly personId: PersonId;
  readonly madeAt: Date;
}

/** One proposal a release: a new one takes the place of the last, and the trail keeps them all. */
export class ProposalStore {
  async find(queries: Queries, releaseId: ReleaseId): Promise<TimeProposal | null> {
    const row = await queries
      .selectFrom('proposed_time')
      .selectAll()
      .where('release_id', '=', releaseId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const { at, why, person_id: personId, made_at: madeAt } = row;
    return { releaseId, at, why, personId, madeAt };
  }

  async save(queries: Queries, { releaseId, at, why, personId, madeAt }: TimeProposal): Promise<void> {
    const values = { at, why, person_id: personId, made_at: madeAt };
    await queries
      .insertInto('proposed_time')
      .values({ release_id: releaseId, ...values })
      .onConflict((conflict) => conflict.column('release_id').doUpdateSet(values))
      .execute();
  }

  async remove(queries: Queries, releaseId: ReleaseId): Promise<void> {
    await queries.deleteFrom('proposed_time').where('release_id', '=', releaseId).execute();
  }
}
