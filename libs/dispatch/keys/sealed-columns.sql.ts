import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { SecretBox } from '../secret-box.js';

interface SealedColumn {
  readonly table: string;
  /** What names the row. */
  readonly id: string;
  readonly column: string;
  /** What the value was sealed for. */
  readonly context: (id: string) => string;
}

const itself = (id: string): string => id;

/**
 * Every column of the database that holds something sealed. A test counts the places that seal, so that none is forgotten:
 * what is missing here could not be opened once the former key is gone.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account', id: 'id', column: 'secrets', context: itself },
  { table: 'token', id: 'account_id', column: 'token', context: itself },
  { table: 'chat_destination', id: 'id', column: 'address', context: itself },
  { table: 'event_subscription', id: 'id', column: 'address', context: itself },
  { table: 'event_subscription', id: 'id', column: 'secret', context: itself },
  { table: 'second_factor', id: 'person_id', column: 'secret', context: (id) => `second-factor ${id}` },
  { table: 'audit_key', id: 'id', column: 'sealed_private', context: (id) => `audit-key ${id}` },
];

/**
 * Seals the next few values of a column with the key in use, those after `after` in the order of their rows.
 * Answers where it got to, null at the end. In a transaction: whoever writes a row waits, and is not written over.
 */
export const resealSome = async (
  queries: Queries,
  box: SecretBox,
  { of, after, most }: { readonly of: SealedColumn; readonly after: string; readonly most: number },
): Promise<{ readonly through: string | null; readonly resealed: number }> => {
  const [table, id, column] = [sql.table(of.table), sql.ref(of.id), sql.ref(of.column)];
  const { rows } = await sql<{ id: string; sealed: string }>`
    select ${id}::text as id, ${column} as sealed from ${table}
    where ${column} is not null and ${id}::text > ${after} order by ${id}::text limit ${most} for no key update`.execute(
    queries,
  );
  const stale = rows.filter((row) => !box.isFresh(row.sealed, of.context(row.id)));
  for (const row of stale) {
    const context = of.context(row.id);
    const fresh = box.seal(box.open(row.sealed, context), context);
    await sql`update ${table} set ${column} = ${fresh} where ${id}::text = ${row.id}`.execute(queries);
  }
  return { through: rows.length < most ? null : (rows.at(-1)?.id ?? null), resealed: stale.length };
};

/** How many values the key in use does not open, and keeps out whoever writes such a column until the transaction ends. */
export const countStale = async (queries: Queries, box: SecretBox): Promise<number> => {
  let stale = 0;
  for (const { table, id, column, context } of sealedColumns) {
    await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(queries);
    const { rows } = await sql<{ id: string; sealed: string }>`
      select ${sql.ref(id)}::text as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(queries);
    stale += rows.filter((row) => !box.isFresh(row.sealed, context(row.id))).length;
  }
  return stale;
};
