import pg from 'pg';

/** Drops what the suites of this run shared on the server; where none answered, they shared nothing. */
export default async function afterRun() {
  const client = new pg.Client({
    connectionString: process.env.KOUJING_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres',
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
  } catch {
    return;
  }
  try {
    await client.query(`drop database if exists koujing_empty_${process.env.KOUJING_TEST_RUN}`);
  } finally {
    await client.end();
  }
}
