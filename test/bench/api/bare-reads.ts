import pg from 'pg';
import type { Database } from '@koujing/database';
import type { Person } from '../../support/person.js';
import { generator } from '../generated-releases.js';
import { round } from '../timing.js';
import { readOf } from './load.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the server asks its database for a read, in its order. */
export type Read = readonly Statement[];

export interface BareOrder {
  readonly url: string;
  readonly reads: readonly Read[];
  readonly clients: number;
  readonly seconds: number;
}

const kept = 60;

/** Reads as the clients do and writes down the statements behind each. One after the other: whatever else is asked meanwhile is the house's own. */
export const statementsOf = async (
  { engine }: Database,
  reader: Person,
  ids: readonly string[],
): Promise<readonly Read[]> => {
  if (engine.kind !== 'postgres') throw new Error('statements are written down on PostgreSQL');
  const asked: Statement[] = [];
  const query = pg.Client.prototype.query as (...of: unknown[]) => unknown;
  const random = generator(11);
  const reads: Read[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...of: unknown[]) {
    const [text, values] = of;
    if (typeof text === 'string' && /^\s*(?:select|with)\b/iu.test(text))
      asked.push({ text, values: Array.isArray(values) ? (values as unknown[]) : [] });
    return query.apply(this, of);
  } as typeof pg.Client.prototype.query;
  try {
    for (let n = 0; n < kept; n += 1) {
      asked.length = 0;
      await reader.get(readOf(n / kept, ids, random));
      reads.push([...asked]);
    }
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  }
  return reads;
};

/** As many connections as the server has, as many askers as it has clients. */
export const playBare = async ({ url, reads, clients, seconds }: BareOrder): Promise<number> => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let done = 0;
  const client = async (n: number): Promise<void> => {
    const random = generator(n + 1);
    while (performance.now() < endsAt) {
      for (const { text, values } of reads[Math.floor(random() * reads.length)] ?? [])
        await pool.query(text, [...values]);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
  await pool.end();
  return round(done / ((performance.now() - startedAt) / 1_000));
};
