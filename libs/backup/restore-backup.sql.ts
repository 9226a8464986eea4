import { verifyChain, type AuditTrail, type ChainProof } from '@koujing/audit';
import { migrationNames, type Database, type Queries } from '@koujing/database';
import { holdAfterRestore, type Held } from '@koujing/dispatch';
import { sql } from 'kysely';
import { linesOf, type BackedTable, type Manifest } from './manifest.js';
import { backupRefusal, refused } from './refusal.js';
import { firstFilled, migrationsOf, tablesOf } from './tables.sql.js';

/** Rows of one statement, by their size as JSON. */
const statementBytes = 1_000_000;

export interface Restored {
  readonly rows: number;
  readonly held: Held;
  readonly chain: ChainProof;
}

/** Migrations that a backup needs and this version does not have. @throws Problem `badInput` */
export const refuseNewer = ({ migrations }: Manifest): void => {
  const unknown = migrations.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) throw refused(backupRefusal.newer(unknown));
};

/**
 * Everything or nothing, into a database that was opened without migrating it and holds nothing. Dispatch is held
 * afterwards. `checkFiles` has been there before. @throws Problem `badInput`
 */
export const restoreBackup = async (
  database: Database,
  folder: string,
  { manifest, audit }: { readonly manifest: Manifest; readonly audit: AuditTrail },
): Promise<Restored> => {
  await refuseOther(database, manifest);
  const { rows, held } = await database.transaction(async (queries) => {
    const constraints = await dropReferences(queries);
    let count = 0;
    for (const table of manifest.tables) count += await load(queries, folder, table);
    for (const { name, last } of manifest.sequences)
      if (last !== null) await sql`select setval(${name}::regclass, ${last})`.execute(queries);
    await restoreReferences(queries, constraints);
    const hold = await holdAfterRestore(queries, manifest.madeAt);
    await audit.record(queries, {
      ...{ actor: 'system:backup', action: 'backup.restore', subjectKind: 'house', subjectId: 'database' },
      detail: { madeAt: manifest.madeAt, audit: manifest.audit, ...hold },
    });
    return { rows: count, held: hold };
  });
  await database.migrate();
  const chain = await verifyChain(database.queries, { publicKey: null, known: manifest.audit });
  return { rows, held, chain };
};

/** A new database gets the schema of the backup; one that has a schema already must have that one, and hold nothing. */
const refuseOther = async (database: Database, manifest: Manifest): Promise<void> => {
  const { queries } = database;
  if ((await tablesOf(queries)).length === 0) await database.migrate(manifest.migrations);
  const here = await migrationsOf(queries);
  const same =
    here.length === manifest.migrations.length && here.every((name) => manifest.migrations.includes(name));
  const tables = await tablesOf(queries);
  const bare = await bareTables(queries);
  const filled = await firstFilled(
    queries,
    tables.filter(({ name }) => !bare.includes(name)),
  );
  if (filled !== null) throw refused(backupRefusal.holdsSomething(filled));
  if (!same) throw refused(backupRefusal.otherSchema);
};

/** What the migrations themselves put there; it is replaced by what the backup says. */
const bareTables = async (queries: Queries): Promise<readonly string[]> => {
  const { rows } = await sql<{ filled: boolean }>`
    select exists (select from house) or exists (select from person) or exists (select from release)
      or exists (select from audit_entry) or exists (select from organ) as filled`.execute(queries);
  return rows[0]?.filled === true ? [] : (await tablesOf(queries)).map(({ name }) => name);
};

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Rows refer to each other, and to rows of their own table, in no order that a file could keep. */
const dropReferences = async (queries: Queries): Promise<readonly Reference[]> => {
  const { rows } = await sql<Reference>`
    select c.relname::text as "table", k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'public' order by 1, 2`.execute(queries);
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(queries);
  return rows;
};

/** Each is proven again: a backup that misses a row does not come in. */
const restoreReferences = async (queries: Queries, references: readonly Reference[]): Promise<void> => {
  for (const { table, name, definition } of references)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      queries,
    );
};

const load = async (
  queries: Queries,
  folder: string,
  { name, columns, rows }: BackedTable,
): Promise<number> => {
  await sql`delete from ${sql.table(name)}`.execute(queries);
  const into = sql.join(columns.map((column) => sql.ref(column)));
  let waiting: string[] = [];
  let bytes = 0;
  const insert = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await sql`insert into ${sql.table(name)} (${into}) overriding system value
      select ${into} from json_populate_recordset(null::${sql.table(name)}, ${`[${waiting.join(',')}]`}::json)`.execute(
      queries,
    );
    waiting = [];
    bytes = 0;
  };
  for await (const line of linesOf(folder, name)) {
    waiting.push(line);
    bytes += line.length;
    if (bytes >= statementBytes) await insert();
  }
  await insert();
  return rows;
};
