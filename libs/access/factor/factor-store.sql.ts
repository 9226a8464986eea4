import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { Sealer } from '../sealer.js';

export interface Factor {
  /** Opened when it is asked for: most questions are whether there is one. */
  readonly secret: () => Buffer;
  readonly confirmedAt: Date | null;
}

/** What a sealed secret is bound to; `libs/dispatch/keys/sealed-columns.sql.ts` seals it anew under the same. */
const contextOf = (personId: PersonId): string => `second-factor ${personId}`;

export class FactorStore {
  constructor(private readonly box: Sealer) {}

  async find(queries: Queries, personId: PersonId): Promise<Factor | null> {
    const row = await queries
      .selectFrom('second_factor')
      .select(['secret', 'confirmed_at'])
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (row === undefined) return null;
    const open = (): Buffer => Buffer.from(this.box.open(row.secret, contextOf(personId)), 'base64');
    return { secret: open, confirmedAt: row.confirmed_at };
  }

  async isActive(queries: Queries, personId: PersonId): Promise<boolean> {
    return ((await this.find(queries, personId))?.confirmedAt ?? null) !== null;
  }

  /** Which of these persons are asked for a code. */
  async activeOf(queries: Queries, personIds: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
    if (personIds.length === 0) return new Set();
    const rows = await queries
      .selectFrom('second_factor')
      .select('person_id')
      .where('person_id', 'in', [...personIds])
      .where('confirmed_at', 'is not', null)
      .execute();
    return new Set(rows.map(({ person_id: id }) => id));
  }

  /** A secret that no code has proved yet takes the place of an earlier one that none has proved; false over a proved one. */
  async begin(queries: Queries, personId: PersonId, given: { secret: Buffer; at: Date }): Promise<boolean> {
    const sealed = this.box.seal(given.secret.toString('base64'), contextOf(personId));
    const values = { secret: sealed, begun_at: given.at };
    const { numInsertedOrUpdatedRows: changed } = await queries
      .insertInto('second_factor')
      .values({ person_id: personId, ...values, confirmed_at: null })
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet(values).where('second_factor.confirmed_at', 'is', null),
      )
      .executeTakeFirstOrThrow();
    return changed === 1n;
  }

  async confirm(queries: Queries, personId: PersonId, at: Date): Promise<void> {
    await queries
      .updateTable('second_factor')
      .set({ confirmed_at: at })
      .where('person_id', '=', personId)
      .execute();
  }

  /** False if a code of this step or a later one was taken already (RFC 6238, 5.2). */
  async takeStep(queries: Queries, personId: PersonId, step: number): Promise<boolean> {
    const { numUpdatedRows: changed } = await queries
      .updateTable('second_factor')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .executeTakeFirst();
    return changed === 1n;
  }

  async remove(queries: Queries, personId: PersonId): Promise<void> {
    await queries.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
    await queries.deleteFrom('second_factor').where('person_id', '=', personId).execute();
  }

  /** In place of all earlier ones. */
  async keepCodes(queries: Queries, personId: PersonId, hashes: readonly string[]): Promise<void> {
    await queries.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
    await queries
      .insertInto('recovery_code')
      .values(hashes.map((hash) => ({ person_id: personId, hash, used_at: null })))
      .execute();
  }

  /** False if it was used meanwhile. */
  async useCode(
    queries: Queries,
    personId: PersonId,
    { hash, at }: { readonly hash: string; readonly at: Date },
  ): Promise<boolean> {
    const { numUpdatedRows: changed } = await queries
      .updateTable('recovery_code')
      .set({ used_at: at })
      .where('person_id', '=', personId)
      .where('hash', '=', hash)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return changed === 1n;
  }

  async unusedCodes(queries: Queries, personId: PersonId): Promise<readonly string[]> {
    const rows = await queries
      .selectFrom('recovery_code')
      .select('hash')
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .execute();
    return rows.map(({ hash }) => hash);
  }

  async codesLeft(queries: Queries, personId: PersonId): Promise<number> {
    return (await this.unusedCodes(queries, personId)).length;
  }
}
