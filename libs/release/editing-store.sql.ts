import type { Queries } from '@koujing/database';
import type { PersonId, ReleaseId } from '@koujing/kernel';

interface EditingPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly seenAt: Date;
}

/** Who has a release open for editing. A row is no lock: it keeps nobody out. */
export class EditingStore {
  async seen(queries: Queries, releaseId: ReleaseId, personId: PersonId, at: Date): Promise<void> {
    await queries
      .insertInto('editing_person')
      .values({ release_id: releaseId, person_id: personId, seen_at: at })
      .onConflict((conflict) => conflict.columns(['release_id', 'person_id']).doUpdateSet({ seen_at: at }))
      .execute();
  }

  async left(queries: Queries, releaseId: ReleaseId, personId: PersonId): Promise<void> {
    await queries
      .deleteFrom('editing_person')
      .where('release_id', '=', releaseId)
      .where('person_id', '=', personId)
      .execute();
  }

  async others(
    queries: Queries,
    { releaseId, personId, since }: { releaseId: ReleaseId; personId: PersonId; since: Date },
  ): Promise<readonly EditingPerson[]> {
    const rows = await queries
      .selectFrom('editing_person')
      .innerJoin('person', 'person.id', 'editing_person.person_id')
      .select(['person.id as id', 'person.name as name', 'seen_at'])
      .where('release_id', '=', releaseId)
      .where('person_id', '<>', personId)
      .where('seen_at', '>=', since)
      .orderBy('person.name')
      .execute();
    return rows.map(({ id, name, seen_at }) => ({ id, name, seenAt: seen_at }));
  }
}
