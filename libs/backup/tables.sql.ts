import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/**
 * Of this instance, and not of what it knows: a restored system has its own migrations, people sign in anew, and what was written
 * last into the portal's folder is newer than the backup.
 */
const leftOut = [
  ...['kysely_migration', 'kysely_migration_lock', 'key_reader', 'lease', 'session'],
  'portal_written',
];

export interface TableShape {
  readonly name: string;
  /** Without what the database computes itself. */
  readonly columns: readonly string[];
}

export const tablesOf = async (queries: Queries): Promise<readonly TableShape[]> => {
  const { rows } = await sql<TableShape>`
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = 'public' and c.relkind = 'r' and not (c.relname::text = any(${leftOut}))
    group by c.relname order by c.relname`.execute(queries);
  return rows;
};

export const sequencesOf = async (
  queries: Queries,
): Promise<readonly { readonly name: string; readonly last: number | null }[]> => {
  const { rows } = await sql<{ name: string; last: number | null }>`
    select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public'
    order by 1`.execute(queries);
  return rows;
};

export const migrationsOf = async (queries: Queries): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by timestamp, name`.execute(queries);
  return rows.map(({ name }) => name);
};

/** The first table with a row in it; null where there is none. */
export const firstFilled = async (
  queries: Queries,
  tables: readonly TableShape[],
): Promise<string | null> => {
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(queries);
    if (rows.length > 0) return name;
  }
  return null;
};
