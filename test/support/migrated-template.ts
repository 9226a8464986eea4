import pg from 'pg';
import { openPostgres } from '@koujing/database';
import { createDatabase, usualServer } from './postgres.js';

/**
 * The database with today's tables that each suite's own is copied from: a server copies it in a fraction of the time that a hundred
 * migrations take. The first suite of a run that asks makes it, the others wait; `drop-template.mjs` takes it away.
 */
export const migratedTemplate = async (): Promise<string> => {
  const name = process.env['KOUJING_TEST_TEMPLATE'];
  if (name === undefined) throw new Error('Jest names the template (name-template.mjs)');
  const client = new pg.Client({ connectionString: usualServer });
  await client.connect();
  try {
    // Held until this connection ends.
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const made = await createDatabase();
      await (await openPostgres(made.url)).close();
      await client.query(`alter database ${made.name} rename to ${name}`);
    }
  } finally {
    await client.end();
  }
  return name;
};
