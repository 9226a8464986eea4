import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { openPostgres, type Database } from '@koujing/database';
import { startCity, type City } from '../support/city.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { answers, createDatabase } from '../support/postgres.js';
import { aDraft, published } from '../support/release-way.js';
import { statementsOf, type BareOrder } from './api/bare-reads.js';
import type { LoadOrder, LoadResult } from './api/load.js';
import { addReleases } from './api/many-releases.js';
import { round } from './timing.js';
import { readOptions } from './options.js';

const password = 'koujing-demo';

/**
 * `npm run bench -- api [--size 100000] [--clients 50] [--seconds 60] [--flood 500] [--json]`: a city with so many releases on
 * PostgreSQL; its clients read, draft and approve; then only read, beside the bare statements of the same reads in the same
 * run; then ten times as many ask as it takes. Clients run in a process of their own, on the same machine.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { size: 100_000, clients: 50, seconds: 60, flood: 500 });
  const result = await apiRun({
    size: given.size,
    clients: given.clients,
    seconds: given.seconds,
    flood: given.flood,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  console.log(given.json ? JSON.stringify(result) : result);
  if (result.errors.length > 0 || result.flood.lost > 0 || !result.flood.recovered) process.exitCode = 1;
}

interface ApiOptions {
  readonly size: number;
  readonly clients: number;
  readonly seconds: number;
  readonly flood: number;
  readonly say: (line: string) => void;
}

const apiRun = async ({ size, clients, seconds, flood, say }: ApiOptions) => {
  const place = await openPlace();
  const database = await openPostgres(place.url);
  // Four people ask for fifty: what the house can do is measured, not how often one session may ask.
  const city = await startCity({ database, requestsPerMinute: 1_000_000 });
  try {
    const { id } = await published(await city.desk('water'), aDraft({ organId: 'water' }));
    const ids = await addReleases(database, id, size);
    say(`${size} releases stand`);
    const base = { address: city.address, password, ids: ids.slice(0, 20_000), clients };
    await load({ ...base, seconds: Math.min(5, seconds), kind: 'read' });
    const memory = new Memory(seconds);
    const mixed = await load({ ...base, seconds, kind: 'mixed' });
    const growth = memory.end();
    say('mixed: done');
    const reading = await load({ ...base, seconds: Math.max(2, seconds / 3), kind: 'read' });
    const reads = await statementsOf(database, await city.as('water'), base.ids);
    const bare = await bareOf({ url: place.url, reads, clients, seconds: Math.max(2, seconds / 3) });
    say('bare: done');
    const flooded = await load({ ...base, clients: flood, seconds: Math.max(6, seconds / 3), kind: 'flood' });
    return {
      ...{ size, clients, seconds, perSecond: mixed.perSecond, calls: mixed.calls },
      errors: [...mixed.errors, ...reading.errors],
      routes: mixed.routes,
      heapGrowthPercentInSecondHalf: growth,
      readsPerSecond: {
        api: reading.perSecond,
        bareStatements: bare,
        ratio: round(reading.perSecond / bare),
      },
      flood: {
        ...{ clients: flood, answered: flooded.calls, shed: flooded.shed, errors: flooded.errors },
        ...{ acknowledged: flooded.acknowledged.length, lost: await lostOf(database, flooded.acknowledged) },
        recovered: await recovers(city),
      },
    };
  } finally {
    await city.close();
    await database.close();
    await place.close();
  }
};

const lostOf = async ({ queries }: Database, ids: readonly string[]): Promise<number> => {
  if (ids.length === 0) return 0;
  const rows = await queries
    .selectFrom('release')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return ids.length - rows.length;
};

const recovers = async (city: City): Promise<boolean> => {
  const drafter = await city.as('water');
  const answers = await Promise.all(Array.from({ length: 20 }, () => drafter.get('/releases?page=1')));
  return answers.every(({ status }) => status === 200);
};

/** Of the server's heap after a collection, from the middle of the load to its end. */
class Memory {
  readonly #heaps: number[] = [];
  readonly #timer: NodeJS.Timeout;

  /** A collection stops everything for a moment: six of them do not change the figures. */
  constructor(seconds: number) {
    this.#timer = setInterval(() => this.#heaps.push(heap()), (seconds * 1_000) / 6);
  }

  end(): number {
    clearInterval(this.#timer);
    const middle = this.#heaps[Math.floor(this.#heaps.length / 2)] ?? heap();
    return round((100 * (heap() - middle)) / middle);
  }
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const load = (order: LoadOrder): Promise<LoadResult> => inChild<LoadResult>({ load: order });
const bareOf = (order: BareOrder): Promise<number> => inChild<number>({ bare: order });

const inChild = async <Result>(order: object): Promise<Result> => {
  const child = fork(join(import.meta.dirname, 'api', `client-process${extname(import.meta.filename)}`));
  try {
    return await new Promise<Result>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the clients ended')));
      child.once('message', (message: { readonly result?: Result; readonly error?: string }) =>
        message.error === undefined ? resolve(message.result as Result) : reject(new Error(message.error)),
      );
      child.send(order);
    });
  } finally {
    child.kill();
  }
};

const openPlace = async (): Promise<{ readonly url: string; close(): Promise<void> }> => {
  if (await answers()) {
    const { url, drop } = await createDatabase();
    return { url, close: drop };
  }
  const own = await OwnPostgres.create();
  await own.start();
  return { url: own.url, close: () => own.remove() };
};
