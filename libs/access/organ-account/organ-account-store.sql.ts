import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';

/** A person's account at one provider. */
export interface OrganAccount {
  readonly personId: PersonId;
  readonly issuer: string;
  readonly name: string;
  /** Null until the first sign-in. */
  readonly subject: string | null;
  readonly boundAt: Date | null;
}

export class OrganAccountStore {
  /** Those of these persons, at the provider that is configured now: an account of an earlier one opens nothing. */
  async ofPersons(
    queries: Queries,
    issuer: string,
    personIds: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, OrganAccount>> {
    if (personIds.length === 0) return new Map();
    const rows = await queries
      .selectFrom('organ_account')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('person_id', 'in', [...personIds])
      .execute();
    return new Map(rows.map((row) => [row.person_id, accountOf(row)]));
  }

  async bySubject(queries: Queries, issuer: string, subject: string): Promise<OrganAccount | null> {
    const row = await queries
      .selectFrom('organ_account')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row === undefined ? null : accountOf(row);
  }

  async byName(queries: Queries, issuer: string, name: string): Promise<OrganAccount | null> {
    const row = await queries
      .selectFrom('organ_account')
      .selectAll()
      .where('issuer', '=', issuer)
      .where('name', '=', name)
      .executeTakeFirst();
    return row === undefined ? null : accountOf(row);
  }

  /** In place of an earlier one; the next sign-in binds it. */
  async set(
    queries: Queries,
    account: Pick<OrganAccount, 'personId' | 'issuer' | 'name'> & {
      readonly by: PersonId;
      readonly at: Date;
    },
  ): Promise<void> {
    const { personId, issuer, name, by, at } = account;
    const values = { issuer, name, subject: null, set_by: by, set_at: at, bound_at: null };
    await queries
      .insertInto('organ_account')
      .values({ person_id: personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute();
  }

  /** False if it was bound, replaced or taken away meanwhile. */
  async bind(
    queries: Queries,
    { personId, issuer, name }: OrganAccount,
    { subject, at }: { readonly subject: string; readonly at: Date },
  ): Promise<boolean> {
    const { numUpdatedRows: bound } = await queries
      .updateTable('organ_account')
      .set({ subject, bound_at: at })
      .where('person_id', '=', personId)
      .where('issuer', '=', issuer)
      .where('name', '=', name)
      .where('subject', 'is', null)
      .executeTakeFirst();
    return bound === 1n;
  }

  async remove(queries: Queries, personId: PersonId): Promise<void> {
    await queries.deleteFrom('organ_account').where('person_id', '=', personId).execute();
  }
}

const accountOf = (row: {
  readonly person_id: string;
  readonly issuer: string;
  readonly name: string;
  readonly subject: string | null;
  readonly bound_at: Date | null;
}): OrganAccount => ({
  personId: row.person_id,
  issuer: row.issuer,
  name: row.name,
  subject: row.subject,
  boundAt: row.bound_at,
});
