import pg from 'pg';
import { newId } from '@koujing/kernel';

/** The server that tests and benchmarks use where one answers; each takes a database of its own on it. */
export const usualServer =
  process.env['KOUJING_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export const administer = async (statement: string, server = usualServer): Promise<void> => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

export const answers = (server = usualServer): Promise<boolean> =>
  administer('select 1', server).then(
    () => true,
    () => false,
  );

/** A database in which Chinese can be searched. */
export interface OwnDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

/** Empty, or a copy of `template`. */
export const createDatabase = async (server = usualServer, template = 'template0'): Promise<OwnDatabase> => {
  const name = `koujing_${newId().replaceAll('-', '')}`;
  await administer(
    `create database ${name} template ${template} encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    server,
  );
  return {
    name,
    url: server.replace(/\/[^/]*$/u, `/${name}`),
    drop: () => administer(`drop database ${name} with (force)`, server),
  };
};
