import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PGliteDialect, PostgresDialect, sql, type RawBuilder } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { migrations } from './migrations/index.js';
import type { LateRead } from './replica/late-read.js';
import type { Replica } from './replica/replica.js';
import type { Schema } from './schema/index.js';

/** Either the whole database or one transaction on it: what every `*.sql.ts` takes. */
export type Queries = Kysely<Schema>;

/** A statement that answers rows, to stand inside another one: a port asks a noun below for it. */
export type Rows = RawBuilder<unknown>;

/** What is underneath; `jobs` needs it to run its engine on the same database. */
export type Engine =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | { readonly kind: 'postgres'; readonly pool: pg.Pool; readonly url: string };

/**
 * The database behind every store. On the embedded engine there is one connection:
 * inside `transaction` use only the queries that you were handed, or the call waits for itself for ever.
 */
export class Database {
  readonly queries: Queries;
  /** What answers some of the reads, where the city has one. */
  readonly replica: Replica | null;

  constructor(
    readonly engine: Engine,
    private readonly beforeClose: () => Promise<void> = async () => undefined,
    replicaOf: ((primary: Queries) => Replica) | null = null,
  ) {
    this.queries = new Kysely<Schema>({
      dialect:
        engine.kind === 'embedded'
          ? new PGliteDialect({ pglite: engine.pglite })
          : new PostgresDialect({ pool: engine.pool }),
    });
    this.replica = replicaOf?.(this.queries) ?? null;
  }

  /** A read that may be a moment old; `work` only reads, and may be done twice. */
  late<T>(read: LateRead, work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.replica === null ? work(this.queries) : this.replica.read(read, work);
  }

  async transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    const hooks: (() => void)[] = [];
    const request = requestToTake();
    if (request !== null) hooks.push(() => request.release());
    try {
      return await this.queries.transaction().execute(async (queries) => {
        rollbackHooks.set(queries, hooks);
        await request?.take(queries);
        return work(queries);
      });
    } catch (error) {
      for (const hook of hooks) hook();
      throw error;
    }
  }

  /** One view of everything as it is now, however long reading takes. On the embedded engine all others wait meanwhile. */
  snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.queries
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(work);
  }

  /** Brings the schema up to date, or only as far as these go; processes that start together wait for each other. */
  async migrate(only?: readonly string[]): Promise<void> {
    const chosen = Object.entries(migrations).filter(([name]) => only === undefined || only.includes(name));
    const migrator = new Migrator({
      db: this.queries,
      provider: { getMigrations: async () => Object.fromEntries(chosen) },
      // Work that went on side by side lands with lower numbers after higher ones; each only adds, so their order is free.
      allowUnorderedMigrations: true,
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  }

  /** The database's own clock: leases are told by it, so that skewed machines agree. */
  async now(): Promise<Date> {
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(this.queries);
    return rows[0]?.now as Date;
  }

  async close(): Promise<void> {
    await this.beforeClose();
    await this.replica?.close();
    await this.queries.destroy();
  }
}

/** A write that its sender may repeat: `take` runs in the first transaction that is opened within, before its own work. */
export interface RepeatableRequest {
  /** @throws where the same was already done: the transaction then leaves nothing behind. */
  take(queries: Queries): Promise<void>;
  /** True for the one transaction that is to take it. */
  claim(): boolean;
  /** That transaction did not commit: the next one takes it. */
  release(): void;
}

const current = new AsyncLocalStorage<RepeatableRequest>();

export const withinRequest = <T>(request: RepeatableRequest, work: () => T): T => current.run(request, work);

/** The request that this transaction has to take along; null if there is none, or one has been taken. */
export const requestToTake = (): RepeatableRequest | null => {
  const request = current.getStore();
  return request?.claim() === true ? request : null;
};

const rollbackHooks = new WeakMap<Queries, (() => void)[]>();

/**
 * Runs `hook` if the transaction of these queries does not commit: for what a process keeps in memory of rows that only this
 * transaction has seen. Outside a transaction nothing is rolled back, and nothing is run.
 */
export const onRollback = (queries: Queries, hook: () => void): void => {
  rollbackHooks.get(queries)?.push(hook);
};

/** A value for a jsonb column, the same on both engines. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;
