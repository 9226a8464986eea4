import { describe } from '@jest/globals';
import pg from 'pg';
import { newId } from '@koujing/kernel';
import { openInMemory, openPostgres, type Database } from '@koujing/database';

const server = process.env['KOUJING_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const postgresAnswers = await administer('select 1').then(
  () => true,
  () => false,
);

/** A database of its own for one suite; `drop` removes it. */
export interface TestDatabase {
  readonly database: Database;
  readonly url: string | null;
  drop(): Promise<void>;
}

const embedded = async (): Promise<TestDatabase> => {
  const database = await openInMemory();
  return { database, url: null, drop: () => database.close() };
};

export const postgresDatabase = async (): Promise<TestDatabase> => {
  const name = `koujing_${newId().replaceAll('-', '')}`;
  await administer(
    `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  );
  const url = server.replace(/\/[^/]*$/u, `/${name}`);
  const database = await openPostgres(url);
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await administer(`drop database ${name} with (force)`);
    },
  };
};

/** Runs a suite on both engines; a server that is missing is reported as skipped, never as passed. */
export const onEachEngine = (title: string, suite: (open: () => Promise<TestDatabase>) => void): void => {
  describe(`${title} · embedded`, () => suite(embedded));
  onPostgres(title, suite);
};

/** For what only a shared server can show: several processes, several connections. */
export const onPostgres = (title: string, suite: (open: () => Promise<TestDatabase>) => void): void => {
  (postgresAnswers ? describe : describe.skip)(`${title} · PostgreSQL`, () => suite(postgresDatabase));
};
