import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Queries } from '@koujing/database';
import { flush, systemDisk, type Disk } from '@koujing/kernel';
import { sql } from 'kysely';
import { fileOf, type BackedTable, type Manifest } from './manifest.js';
import { backupRefusal, refused } from './refusal.js';
import { migrationsOf, sequencesOf, tablesOf, type TableShape } from './tables.sql.js';

/** One fetch holds about so much in memory; the first of a table is one row, for an attachment may have 20 MB. */
const fetchBytes = 4_000_000;
const mostRows = 2_000;

/**
 * Everything of one instant, into a folder that does not exist yet. A backup that was cut off leaves `<folder>.partial`
 * and no backup. @throws Problem `badInput`
 */
export const writeBackup = async (
  database: Database,
  folder: string,
  disk: Disk = systemDisk,
): Promise<Manifest> => {
  if (existsSync(folder)) throw refused(backupRefusal.folderTaken(folder));
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  let isOurs = false;
  try {
    disk.mkdirSync(join(partial, 'tables'), { recursive: true, mode: 0o700 });
    const manifest = await database.snapshot(async (queries) => {
      await sql`select set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`.execute(
        queries,
      );
      const tables: BackedTable[] = [];
      for (const table of await tablesOf(queries))
        tables.push(await writeTable(queries, { folder: partial, disk }, table));
      return describe(queries, database.engine.kind, tables);
    });
    const path = join(partial, 'manifest.json');
    disk.writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    flush(join(partial, 'tables'), disk);
    flush(partial, disk);
    disk.renameSync(partial, folder);
    isOurs = true;
    flush(dirname(folder), disk);
    return manifest;
  } catch (error) {
    // Only what was put there by us: another that was whole meanwhile is worth more than a name that is free.
    for (const left of [partial, ...(isOurs ? [folder] : [])]) rmSync(left, { recursive: true, force: true });
    throw error;
  }
};

const describe = async (
  queries: Queries,
  engine: string,
  tables: readonly BackedTable[],
): Promise<Manifest> => {
  const { rows } = await sql<{ at: Date; sequence: number | null; hash: string | null }>`
    select now() as at, e.seal_seq as sequence, e.seal_hash as hash from (select 1) one
      left join (select seal_seq, seal_hash from audit_entry where seal_seq is not null
        order by seal_seq desc limit 1) e on true`.execute(queries);
  const [now] = rows;
  return {
    ...{ format: 'koujing-backup', version: 1, engine },
    madeAt: (now?.at as Date).toISOString(),
    migrations: [...(await migrationsOf(queries))],
    sequences: [...(await sequencesOf(queries))],
    tables: [...tables],
    audit: { sequence: now?.sequence ?? 0, hash: now?.hash ?? '' },
  };
};

const writeTable = async (
  queries: Queries,
  { folder, disk }: { readonly folder: string; readonly disk: Disk },
  { name, columns }: TableShape,
): Promise<BackedTable> => {
  const path = fileOf(folder, name);
  const packed = createGzip({ level: 4 });
  const file = packed.pipe(disk.createWriteStream(path, { mode: 0o600 }));
  // A full disk fails the file while rows are still being read.
  let failure: unknown = null;
  file.on('error', (error) => {
    failure = error;
    packed.destroy(error);
  });
  packed.on('error', () => undefined);
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of fetched(queries, name)) {
    if (failure !== null) throw failure;
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    rows += lines.length;
    if (!packed.write(text)) await Promise.race([once(packed, 'drain'), once(file, 'close')]);
  }
  packed.end();
  await finished(file);
  flush(path, disk);
  return { name, columns: [...columns], rows, sha256: hash.digest('hex') };
};

async function* fetched(queries: Queries, table: string): AsyncGenerator<readonly string[]> {
  await sql`declare backup_rows no scroll cursor for
    select row_to_json(t)::text as line from ${sql.table(table)} t`.execute(queries);
  let count = 1;
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(count)} from backup_rows`.execute(queries);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
    const bytes = rows.reduce((sum, { line }) => sum + line.length, 0) / rows.length;
    count = Math.max(1, Math.min(mostRows, count * 8, Math.floor(fetchBytes / bytes)));
  }
  await sql`close backup_rows`.execute(queries);
}
