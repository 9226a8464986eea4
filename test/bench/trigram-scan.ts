import pg from 'pg';
import { generatedReleases } from './generated-releases.js';
import { quantiles } from './timing.js';

const SERVER = process.env['KOUJING_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
/** More rows than this take minutes to load and index; what is said of more is not measured here. */
const MOST_ROWS = 100_000;
const PROBES = 20;

export type TrigramFigures =
  | { readonly rows: number; readonly buildSeconds: number; readonly p50: number; readonly p99: number }
  | { readonly skipped: string };

/** The fifty most alike texts by pg_trgm with a GIN index, in a database of its own that is dropped afterwards. */
export async function trigramScan(size: number): Promise<TrigramFigures> {
  const name = `koujing_bench_${process.pid}`;
  try {
    await administer(
      `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    );
  } catch (error) {
    return { skipped: `PostgreSQL does not answer: ${String(error)}` };
  }
  const client = new pg.Client({ connectionString: SERVER.replace(/\/[^/]*$/u, `/${name}`) });
  try {
    await client.connect();
    return await measured(client, Math.min(size, MOST_ROWS));
  } catch (error) {
    return { skipped: `pg_trgm: ${String(error)}` };
  } finally {
    await client.end();
    await administer(`drop database ${name} with (force)`);
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function measured(client: pg.Client, rows: number): Promise<TrigramFigures> {
  const started = performance.now();
  await client.query('create extension pg_trgm');
  await client.query('create table told (words text not null)');
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await client.query('insert into told select unnest($1::text[])', [batch]);
    batch = [];
  };
  for (const { title, body } of generatedReleases(rows)) {
    batch.push(`${title}${body}`);
    if (batch.length === 2_000) await flush();
  }
  await flush();
  await client.query('create index on told using gin (words gin_trgm_ops)');
  const buildSeconds = Math.round((performance.now() - started) / 10) / 100;
  await client.query('set pg_trgm.similarity_threshold = 0.1');
  const times: number[] = [];
  for (const { title, body } of generatedReleases(PROBES, 11)) {
    const before = performance.now();
    await client.query(
      'select words from told where words % $1 order by similarity(words, $1) desc limit 50',
      [`${title}${body}`],
    );
    times.push(performance.now() - before);
  }
  const { p50, p99 } = quantiles(times.map((wall) => ({ wall, cpu: 0 })));
  return { rows, buildSeconds, p50, p99 };
}
