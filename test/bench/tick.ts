import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import { quantile } from './tick/ticking.js';
import { Year } from './tick/year.js';
import { readOptions } from './options.js';

/**
 * `npm run bench -- tick [--clocks 50000] [--matters 50000] [--organs 100] [--days 365] [--ticks N] [--standing N] [--json]`: the minute
 * tick over a simulated year (or so many days, or the first N busy minutes of them) with restarts and killed ticks, on
 * PostgreSQL, then with so many gaps standing that nobody closes (embedded where no server answers). Every reminder, gap and violation is counted against its terms.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, {
    organs: 100,
    clocks: 50_000,
    matters: 50_000,
    days: 365,
    ticks: Infinity,
    standing: 0,
  });
  const plan = {
    organs: given.organs,
    clocks: given.clocks,
    matters: given.matters,
    days: given.days,
    ticks: given.ticks,
  };
  const { database, engine, drop } = await openPlace();
  try {
    const year = await Year.begin(database, plan);
    const { busy, idle, ...counts } = await year.run();
    const gaps = given.standing;
    const standing = await year.standing(gaps);
    const result = {
      ...{ engine, ...plan, ...counts },
      busyP50Ms: quantile(busy, 0.5),
      busyP99Ms: quantile(busy, 0.99),
      busyMaxMs: quantile(busy, 1),
      idleP50Ms: quantile(idle, 0.5),
      idleP99Ms: quantile(idle, 0.99),
      ...(gaps > 0 && {
        standing: gaps,
        standingP50Ms: quantile(standing, 0.5),
        standingP99Ms: quantile(standing, 0.99),
      }),
    };
    console.log(given.json ? JSON.stringify(result) : result);
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
