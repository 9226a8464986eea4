import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { House } from '../medium/dispatch-house.js';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import { bullmq, ceiling, koujing, type Contestant } from './dispatch/contestants.js';
import { memoryOver } from './dispatch/memory.js';
import { fillWithOldRows } from './dispatch/million-rows.js';
import { pickups } from './dispatch/pickup.js';
import { SinkChannel } from './dispatch/sink-channel.js';
import { startSink, type Sink } from './dispatch/sink.js';
import { readOptions } from './options.js';

let deliveries = 5_000;
const warmUp = 500;
const pairs = 7;

interface Place {
  readonly house: House;
  readonly channel: SinkChannel;
  close(): Promise<void>;
}

/**
 * `npm run bench -- dispatch [--json] [--rounds N] [--only a,b]`: the no-queue ceiling, BullMQ, and Koujing on PostgreSQL
 * and embedded, interleaved; then pickup at low load, memory, and a ledger of a million old rows.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { deliveries: 5_000, rounds: 5, only: 'rates,pickup,memory,million' });
  const parts = given.only.split(',');
  deliveries = given.deliveries;
  const rounds = given.rounds;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const sink = await startSink();
  const server = await openServer(say);
  try {
    const rates = parts.includes('rates') ? await compared(sink, server, rounds, say) : {};
    const rest = server === null ? {} : await onServer(sink, server, parts, say);
    const result = {
      ...{ ceiling: null, bullmq: null, postgres: null, embedded: null },
      ...{ pickupP50Ms: null, pickupP99Ms: null, withMillionRows: null },
      ...rates,
      ...rest,
    };
    console.log(given.json ? JSON.stringify(result) : result);
  } finally {
    sink.close();
    await server?.close();
  }
}

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** The usual one, or one that this run starts for itself; null where there is none. */
const openServer = async (say: (line: string) => void): Promise<Server | null> => {
  if (await answers()) return { url: usualServer, close: async () => undefined };
  if (postgresPrograms() === null) {
    say('PostgreSQL: skipped, no server answers and there is no initdb');
    return null;
  }
  const own = await OwnPostgres.create();
  await own.start();
  return { url: own.url, close: () => own.remove() };
};

/** In turn, round after round, so that what else the machine does meets all of them; the median of each. */
const compared = async (
  sink: Sink,
  server: Server | null,
  rounds: number,
  say: (line: string) => void,
): Promise<Record<string, number>> => {
  const places: Place[] = [];
  const contestants = new Map<string, Contestant>([['ceiling', ceiling(sink)]]);
  const bull = await bullmq(sink);
  if (bull === null) say('BullMQ: skipped, no Redis answers at 127.0.0.1:6379');
  else contestants.set('bullmq', bull.run);
  if (server !== null) {
    const place = await onPostgres(sink, server);
    places.push(place);
    contestants.set('postgres', koujing(place.house, place.channel));
  }
  const embedded = await onEmbedded(sink);
  places.push(embedded);
  contestants.set('embedded', koujing(embedded.house, embedded.channel));
  const rates = new Map([...contestants.keys()].map((name) => [name, [] as number[]]));
  for (const contestant of contestants.values()) await contestant(warmUp);
  for (let round = 0; round < rounds; round += 1)
    for (const [name, contestant] of contestants) rates.get(name)?.push(await contestant(deliveries));
  for (const place of places) await place.close();
  await bull?.close();
  for (const [name, of] of rates) say(`${name}: ${of.map(Math.round).join(', ')} per second`);
  return Object.fromEntries([...rates].map(([name, of]) => [name, Math.round(median(of))]));
};

const onServer = async (
  sink: Sink,
  server: Server,
  parts: readonly string[],
  say: (line: string) => void,
): Promise<Record<string, number>> => {
  const result: Record<string, number> = {};
  const empty = await onPostgres(sink, server);
  const run = koujing(empty.house, empty.channel);
  await run(warmUp);
  if (parts.includes('pickup')) {
    const waits = await pickups(empty.house, empty.channel, 300);
    result['pickupP50Ms'] = tenths(quantile(waits, 0.5));
    result['pickupP99Ms'] = tenths(quantile(waits, 0.99));
    say(`pickup: p50 ${result['pickupP50Ms']} ms, p99 ${result['pickupP99Ms']} ms of ${waits.length}`);
  }
  if (parts.includes('memory')) {
    const { halfMegabytes, endMegabytes, growth } = await memoryOver(run, 50_000);
    say(
      `memory over 50,000: ${Math.round(halfMegabytes)} MB half-way, ${Math.round(endMegabytes)} MB at the end (${tenths(growth * 100)} %)`,
    );
  }
  await empty.close();
  if (parts.includes('million')) result['withMillionRows'] = await withMillionRows(sink, server, say);
  return result;
};

/** Empty and full in pairs, each first in turn; the median of the ratios. */
const withMillionRows = async (sink: Sink, server: Server, say: (line: string) => void): Promise<number> => {
  const [empty, full] = [await onPostgres(sink, server), await onPostgres(sink, server)];
  const [runEmpty, runFull] = [koujing(empty.house, empty.channel), koujing(full.house, full.channel)];
  await runEmpty(warmUp);
  await runFull(warmUp);
  const startedAt = performance.now();
  await fillWithOldRows(full.house, 1_000_000);
  say(`a million old rows in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const fullFirst = pair % 2 === 1;
    const first = await (fullFirst ? runFull : runEmpty)(deliveries);
    const second = await (fullFirst ? runEmpty : runFull)(deliveries);
    ratios.push(fullFirst ? first / second : second / first);
  }
  say(`full against empty: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`);
  await empty.close();
  await full.close();
  return Math.round(median(ratios) * 1000) / 1000;
};

const onPostgres = async (sink: Sink, server: Server): Promise<Place> => {
  const own = await createDatabase(server.url);
  return furnished(sink, await openPostgres(own.url), own.drop);
};

const onEmbedded = async (sink: Sink): Promise<Place> => {
  const directory = mkdtempSync(join(tmpdir(), 'koujing-bench-'));
  return furnished(sink, await openEmbedded(directory), async () =>
    rmSync(directory, { recursive: true, force: true }),
  );
};

const furnished = async (sink: Sink, database: Database, drop: () => Promise<void>): Promise<Place> => {
  const close = async (): Promise<void> => {
    await database.close();
    await drop();
  };
  const house = await House.open({ database, url: null, drop: close });
  const channel = new SinkChannel(sink);
  await house.connect(channel);
  return { house, channel, close: () => house.close() };
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

const tenths = (value: number): number => Math.round(value * 10) / 10;
