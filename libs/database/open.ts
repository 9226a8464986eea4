import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { Problem, SystemClock, type Clock } from '@koujing/kernel';
import { Birth } from './birth.js';
import { Database, type Queries } from './database.js';
import { DirectoryLock } from './directory-lock.js';
import { DurableFiles, durableStartParams } from './durable-files.js';
import { securedUrl } from './line.js';
import { orNeedsMigrating } from './running-role.js';
import { isSameServer } from './replica/freshness.js';
import { Replica } from './replica/replica.js';
import { refusedReplica } from './replica/words.js';

// int8 arrives as text from pg and as a number from PGlite; every count here stays below 2^53.
pg.types.setTypeParser(20, Number);

/** Which migrations an opening runs: all; none, where a running server of another version may hold it; or these only. */
export type Migrate = 'all' | 'none' | readonly string[];

const migrated = async (database: Database, migrate: Migrate): Promise<void> => {
  if (migrate !== 'none') await database.migrate(migrate === 'all' ? undefined : migrate);
};

/** One directory, one process, one connection; every commit reaches the disk before it is acknowledged. */
export const openEmbedded = async (directory: string, migrate: Migrate = 'all'): Promise<Database> => {
  const lock = new DirectoryLock(directory);
  try {
    const birth = new Birth(directory);
    const pglite = await PGlite.create({
      fs: new DurableFiles(birth.cluster),
      startParams: durableStartParams,
    });
    birth.done();
    const database = new Database({ kind: 'embedded', pglite }, async () => lock.release());
    await migrated(database, migrate);
    return database;
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** A log in memory needs no segments of 16 MB, which every copy would carry. */
const smallLog = ['--wal-segsize=1'];

/** In memory, for tests; `snapshot` (from `dumpDataDir`) spares the second and later suites the migration. */
export const openInMemory = async (snapshot?: Blob): Promise<Database> => {
  const pglite = await PGlite.create(
    snapshot === undefined ? { initDbStartParams: smallLog } : { loadDataDir: snapshot },
  );
  const database = new Database({ kind: 'embedded', pglite });
  if (snapshot === undefined) await database.migrate();
  return database;
};

/** A server that is away is told to the caller, who tries again; waiting for ever would hide it. */
const connectPatienceMs = 10_000;

const poolOf = (url: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    ...{ connectionString: securedUrl(url), max, keepAlive: true },
    connectionTimeoutMillis: connectPatienceMs,
  });
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that dies while it is in use fails its query; without a listener of its own it too would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** A read-only standby of the server, for the reads of `late-read.ts`. */
export interface ReplicaSettings {
  readonly url: string;
  /** An answer of it may be so late; beyond that the primary is asked. */
  readonly mostLagMs: number;
  readonly told: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly clock?: Clock;
}

interface PostgresOptions {
  readonly connections?: number;
  readonly migrate?: Migrate;
  readonly replica?: ReplicaSettings | null;
}

/** A server that any number of processes share. @throws Problem for a replica that is none of this server */
export const openPostgres = async (
  url: string,
  { connections = 10, migrate = 'all', replica: given = null }: PostgresOptions = {},
): Promise<Database> => {
  if (given !== null && isSameServer(url, given.url)) throw refusedReplica('sameServer');
  const pool = poolOf(url, connections);
  const replica =
    given === null
      ? null
      : (primary: Queries) =>
          new Replica({
            ...{ clock: new SystemClock(), ...given, primary, connections },
            looksAtPrimary: poolOf(url, 1),
            connect: (max) => poolOf(given.url, max),
          });
  const database = new Database({ kind: 'postgres', pool, url: securedUrl(url) }, undefined, replica);
  try {
    await refuseAsciiLocale(pool);
    await migrated(database, migrate);
    // After the migrations: what is read there has them too.
    await database.replica?.begin();
    return database;
  } catch (error) {
    await database.close();
    throw knowsNoTls(error) ? new Problem('unavailable', [inClear]) : orNeedsMigrating(error);
  }
};

/** The driver gives it no code. */
const knowsNoTls = (error: unknown): boolean =>
  error instanceof Error && error.message === 'The server does not support SSL connections';

const inClear = {
  code: 'databaseInClear',
  message:
    '数据库在另一台机器上，而它不接受 TLS：口令和未公开的稿件会明文走网络，没有连接。请在数据库上打开 TLS（ssl = on）；这段网络确实可信的，在地址里写明 sslmode=disable。',
  messageEn:
    'The database is on another machine and takes no TLS: the password and texts that are not out would cross the network in clear, so nothing was connected. Turn TLS on there (ssl = on), or say sslmode=disable in the address where that network is trusted.',
  field: 'DATABASE_URL',
  allowed: 'sslmode=verify-full, sslmode=disable',
} as const;

/** With LC_CTYPE=C, trigram search sees no Chinese and silently finds nothing. */
const refuseAsciiLocale = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ ctype: string }>(
    'select datctype as ctype from pg_database where datname = current_database()',
  );
  const found = rows[0]?.ctype ?? '';
  if (found !== 'C' && found !== 'POSIX') return;
  throw new Problem('unavailable', [
    {
      code: 'databaseLocale',
      message: `数据库的 LC_CTYPE 是 ${found}，无法检索中文，请用 LC_CTYPE 'C.UTF-8' 重建数据库。`,
      messageEn: `The database has LC_CTYPE ${found}, under which Chinese cannot be searched; create it with LC_CTYPE 'C.UTF-8'.`,
      field: 'DATABASE_URL',
      allowed: 'C.UTF-8',
    },
  ]);
};
