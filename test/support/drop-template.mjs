import pg from 'pg';

const server = process.env.KOUJING_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** After the last suite. Without a server there is no template either. */
export default async () => {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  const answers = await client.connect().then(
    () => true,
    () => false,
  );
  if (!answers) return;
  try {
    await client.query(`drop database if exists ${process.env.KOUJING_TEST_TEMPLATE}`);
  } finally {
    await client.end();
  }
};
