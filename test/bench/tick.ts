import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import { quantile } from './tick/ticking.js';
import { Year } from './tick/year.js';

/**
 * `npm run bench -- tick [--clocks 50000] [--matters 50000] [--organs 100] [--json]`: the minute tick over a simulated year
 * with restarts and killed ticks, on PostgreSQL (embedded where no server answers). Every reminder is counted against the
 * terms of its clock.
 */
export async function run(options: readonly string[]): Promise<void> {
  const value = (name: string, otherwise: number): number =>
    options.includes(name) ? Number(options[options.indexOf(name) + 1]) : otherwise;
  const plan = {
    organs: value('--organs', 100),
    clocks: value('--clocks', 50_000),
    matters: value('--matters', 50_000),
  };
  const { database, engine, drop } = await openPlace();
  try {
    const { busy, idle, ...counts } = await (await Year.begin(database, plan)).run();
    const result = {
      ...{ engine, ...plan, ...counts },
      busyP50Ms: quantile(busy, 0.5),
      busyP99Ms: quantile(busy, 0.99),
      busyMaxMs: quantile(busy, 1),
      idleP50Ms: quantile(idle, 0.5),
      idleP99Ms: quantile(idle, 0.99),
    };
    console.log(options.includes('--json') ? JSON.stringify(result) : result);
  } finally {
    await database.close();
    await drop();
  }
}

interface Place {
  readonly database: Database;
  readonly engine: string;
  drop(): Promise<void>;
}

const openPlace = async (): Promise<Place> => {
  if (await answers()) {
    const own = await createDatabase(usualServer);
    return { database: await openPostgres(own.url), engine: 'PostgreSQL', drop: own.drop };
  }
  const directory = mkdtempSync(join(tmpdir(), 'koujing-tick-'));
  const drop = async (): Promise<void> => rmSync(directory, { recursive: true, force: true });
  return { database: await openEmbedded(directory), engine: 'embedded', drop };
};
