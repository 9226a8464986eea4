import pg from 'pg';
import { openPostgres } from '@koujing/database';
import { newId } from '@koujing/kernel';

/** The server that tests and benchmarks use where one answers; each takes a database of its own on it. */
export const usualServer =
  process.env['KOUJING_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

const asAdministrator = async <T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export const administer = async (statement: string, server = usualServer): Promise<void> => {
  await asAdministrator(server, (client) => client.query(statement));
};

export const answers = (server = usualServer): Promise<boolean> =>
  administer('select 1', server).then(
    () => true,
    () => false,
  );

/** An empty database in which Chinese can be searched. */
export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const inWhichChineseIsFound = `template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`;

const owned = (name: string, server: string): OwnDatabase => ({
  url: databaseUrl(name, server),
  drop: () => administer(`drop database ${name} with (force)`, server),
});

const databaseUrl = (name: string, server: string): string => server.replace(/\/[^/]*$/u, `/${name}`);

const newName = (): string => `koujing_${newId().replaceAll('-', '')}`;

export const createDatabase = async (server = usualServer): Promise<OwnDatabase> => {
  const name = newName();
  await administer(`create database ${name} ${inWhichChineseIsFound}`, server);
  return owned(name, server);
};

/** One with today's tables and nothing in them: the first suite of a run migrates it, the others copy. */
export const createMigratedDatabase = async (server = usualServer): Promise<OwnDatabase> => {
  const migrated = `koujing_empty_${process.env['KOUJING_TEST_RUN'] ?? ''}`;
  await asAdministrator(server, async (client) => {
    // Held until the connection ends: a worker must not copy what another is still migrating.
    await client.query('select pg_advisory_lock(hashtext($1))', [migrated]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [migrated]);
    if (rowCount !== 0) return;
    await client.query(`create database ${migrated} ${inWhichChineseIsFound}`);
    try {
      await (await openPostgres(databaseUrl(migrated, server))).close();
    } catch (error) {
      await client.query(`drop database ${migrated} with (force)`);
      throw error;
    }
  });
  const name = newName();
  await administer(`create database ${name} template ${migrated}`, server);
  return owned(name, server);
};
