import { describe } from '@jest/globals';
import { openPostgres, type Database } from '@koujing/database';
import { emptyHouse } from './empty-house.js';
import { migratedTemplate } from './migrated-template.js';
import { answers, createDatabase, usualServer } from './postgres.js';

const postgresAnswers = await answers();

/** A database of its own for one suite; `drop` removes it. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string | null;
  drop(): Promise<void>;
}

const embedded = async (): Promise<TestDatabase> => {
  const database = await emptyHouse();
  return { database, url: null, drop: () => database.close() };
};

export const postgresDatabase = async (): Promise<TestDatabase> => {
  const own = await createDatabase(usualServer, await migratedTemplate());
  const database = await openPostgres(own.url);
  return {
    database,
    url: own.url,
    drop: async () => {
      await database.close();
      await own.drop();
    },
  };
};

/** Runs a suite on both engines; a server that is missing is reported as skipped, never as passed. */
export const onEachEngine = (title: string, suite: (open: () => Promise<TestDatabase>) => void): void => {
  onEmbedded(title, suite);
  onPostgres(title, suite);
};

/** For what another suite has shown on PostgreSQL already. */
export const onEmbedded = (title: string, suite: (open: () => Promise<TestDatabase>) => void): void =>
  describe(`${title} · embedded`, () => suite(embedded));

/** For what only a shared server can show: several processes, several connections. */
export const onPostgres = (title: string, suite: (open: () => Promise<TestDatabase>) => void): void => {
  (postgresAnswers ? describe : describe.skip)(`${title} · PostgreSQL`, () => suite(postgresDatabase));
};
