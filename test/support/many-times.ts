import type { Database, Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Each table of what lies on desks and what of a row names it, or another row that is copied too. */
const tables: Readonly<Record<string, readonly string[]>> = {
  release: ['id', 'number'],
  release_version: ['release_id'],
  signature: ['id', 'release_id'],
  kept_chain: ['release_id'],
  deadline: ['id', 'subject_id'],
  delivery: ['id', 'key', 'release_id'],
  finding_group: ['id'],
  finding: ['id', 'key', 'group_id'],
  finding_release: ['finding_id', 'release_id'],
  correction_duty: ['id', 'finding_id', 'ruling_id', 'release_id'],
  matter: ['id'],
  incident: ['id', 'matter_id'],
};
/** Unique beside the names: a number of its own, or none. */
const others: Readonly<Record<string, string>> = {
  release: `'gate_seq', t.gate_seq + n::bigint * 1000000, 'imported_from', null, 'supersedes', null`,
  finding_group: `'matter_id', null`,
};

/** Without triggers and references: the rows of one statement stand before those that they name. */
const quietly = (database: Database, work: (queries: Queries) => Promise<void>): Promise<void> =>
  database.transaction(async (queries) => {
    await sql`set local session_replication_role = replica`.execute(queries);
    await work(queries);
  });

const columnsOf = async (queries: Queries, table: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_name = ${table} and table_schema = current_schema()`.execute(queries);
  return new Set(rows.map(({ name }) => name));
};

interface Copying {
  readonly table: string;
  readonly times: number;
  /** Which rows, as a condition on `t`. */
  readonly where: string;
  /** Between the old name and the number of the copy. */
  readonly mark: string;
}

const copy = async (queries: Queries, { table, times, where, mark }: Copying): Promise<void> => {
  const columns = await columnsOf(queries, table);
  const named = (tables[table] ?? []).filter((column) => columns.has(column));
  const changes = named.map((column) => `'${column}', t.${column} || '${mark}' || n`);
  const set = [...changes, ...(others[table] === undefined ? [] : [others[table]])].join(', ');
  await sql`insert into ${sql.table(table)} select copied.* from ${sql.table(table)} t,
    generate_series(1, ${times}::integer) n,
    lateral jsonb_populate_record(t, jsonb_build_object(${sql.raw(set)})) copied
    where ${sql.raw(where)}`.execute(queries);
};

/** Everything that lies on desks, so many times more. */
export const manyTimes = (database: Database, times: number): Promise<void> =>
  quietly(database, async (queries) => {
    for (const table of Object.keys(tables)) await copy(queries, { table, times, where: 'true', mark: '-' });
  });

const ofRelease: Readonly<Record<string, string>> = {
  release: 'id',
  release_version: 'release_id',
  signature: 'release_id',
  kept_chain: 'release_id',
};

/** One release as it stands with its signers, so many times more. */
export const likes = (database: Database, id: string, times: number): Promise<void> =>
  quietly(database, async (queries) => {
    for (const [table, column] of Object.entries(ofRelease))
      await copy(queries, { table, times, where: `t.${column} = '${id}'`, mark: '+' });
  });
