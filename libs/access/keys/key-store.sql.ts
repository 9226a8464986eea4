import { json, type Queries, type Schema } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import { sql, type Selectable } from 'kysely';
import type { ApiKey } from './api-key.js';
import type { KeyQuery } from './key.api.js';

export interface NamedKey extends ApiKey {
  readonly personName: string;
  readonly issuerName: string;
}

const keyOf = (row: Selectable<Schema['api_key']>): ApiKey => ({
  ...{ id: row.id, personId: row.person_id, name: row.name, scopes: row.scopes as ApiKey['scopes'] },
  ...{ secretDigest: row.secret_digest, hint: row.hint, issuedBy: row.issued_by, issuedAt: row.issued_at },
  ...{ expiresAt: row.expires_at, usedAt: row.used_at, revokedAt: row.revoked_at },
  byTwo: row.by_two,
});

export class KeyStore {
  async add(queries: Queries, key: ApiKey): Promise<void> {
    await queries
      .insertInto('api_key')
      .values({
        ...{ id: key.id, person_id: key.personId, name: key.name, scopes: json(key.scopes) },
        ...{ secret_digest: key.secretDigest, hint: key.hint, issued_by: key.issuedBy },
        ...{ issued_at: key.issuedAt, expires_at: key.expiresAt, used_at: null, revoked_at: null },
        by_two: key.byTwo,
      })
      .execute();
  }

  async bySecret(queries: Queries, secretDigest: string): Promise<ApiKey | null> {
    const row = await queries
      .selectFrom('api_key')
      .selectAll()
      .where('secret_digest', '=', secretDigest)
      .executeTakeFirst();
    return row === undefined ? null : keyOf(row);
  }

  /** Held until the transaction ends: two who revoke it at once leave one act. */
  async held(queries: Queries, id: string): Promise<ApiKey | null> {
    const row = await queries
      .selectFrom('api_key')
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row === undefined ? null : keyOf(row);
  }

  async revoke(queries: Queries, id: string, at: Date): Promise<void> {
    await queries.updateTable('api_key').set({ revoked_at: at }).where('id', '=', id).execute();
  }

  /** Those in force of a person that one administrator alone was shown; how many there were. */
  async revokeOneHanded(queries: Queries, personId: PersonId, at: Date): Promise<number> {
    const ended = await queries
      .updateTable('api_key')
      .set({ revoked_at: at })
      .where('person_id', '=', personId)
      .where('by_two', '=', false)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('id')
      .execute();
    return ended.length;
  }

  /** How many those would be. */
  async oneHanded(queries: Queries, personId: PersonId, at: Date): Promise<number> {
    const { count } = await queries
      .selectFrom('api_key')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('by_two', '=', false)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at)
      .executeTakeFirstOrThrow();
    return count;
  }

  async touch(queries: Queries, id: string, at: Date): Promise<void> {
    await queries.updateTable('api_key').set({ used_at: at }).where('id', '=', id).execute();
  }

  /** `within`: the persons whose keys the reader is shown; null: everybody's. Newest first. */
  async page(
    queries: Queries,
    { person, page, pageSize }: KeyQuery,
    within: readonly PersonId[] | null,
  ): Promise<{ readonly items: readonly NamedKey[]; readonly total: number }> {
    const shown = queries
      .selectFrom('api_key as k')
      .innerJoin('person as p', 'p.id', 'k.person_id')
      .innerJoin('person as i', 'i.id', 'k.issued_by')
      .$if(person !== undefined, (select) => select.where('k.person_id', '=', person ?? ''))
      .$if(within !== null, (select) =>
        select.where(sql<boolean>`k.person_id = any(${within ?? []}::text[])`),
      );
    const { total } = await shown
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await shown
      .selectAll('k')
      .select(['p.name as person_name', 'i.name as issuer_name'])
      .orderBy('k.issued_at', 'desc')
      .orderBy('k.id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    return {
      items: rows.map((row) => ({
        ...keyOf(row),
        personName: row.person_name,
        issuerName: row.issuer_name,
      })),
      total: Number(total),
    };
  }
}
