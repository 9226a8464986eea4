import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { House } from '../medium/dispatch-house.js';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import type { Contestant } from './dispatch/contestants.js';
import { barePool, koujingMail } from './mail/mail-contestants.js';
import { startMailSink, type MailSink } from './mail/mail-sink.js';
import { readOptions } from './options.js';

const warmUp = 500;

/**
 * `npm run bench -- mail [--json] [--rounds N] [--recipients N] [--connections N]`: a bare nodemailer pool, and Koujing on
 * PostgreSQL and embedded, in turn; five connections each (the default of both) to a server that answers the final dot
 * after 5 ms. Every mail is counted there.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { recipients: 10_000, rounds: 3, connections: 5 });
  const recipients = given.recipients;
  const rounds = given.rounds;
  const connections = given.connections;
  const sink = await startMailSink();
  const houses: House[] = [];
  try {
    const contestants = new Map<string, Contestant>([['pool', barePool(sink, connections)]]);
    if (await answers()) {
      const own = await createDatabase(usualServer);
      houses.push(await furnished(await openPostgres(own.url), own.drop));
      contestants.set('postgres', await koujingMail(houses[0] as House, sink, connections));
    } else process.stderr.write('PostgreSQL: skipped, no server answers\n');
    const directory = mkdtempSync(join(tmpdir(), 'koujing-bench-'));
    const embedded = await furnished(await openEmbedded(directory), async () =>
      rmSync(directory, { recursive: true, force: true }),
    );
    houses.push(embedded);
    contestants.set('embedded', await koujingMail(embedded, sink, connections));
    const rates = await inTurn(contestants, sink, { recipients, rounds });
    const result = { recipients, connections, ...{ pool: null, postgres: null, embedded: null }, ...rates };
    console.log(given.json ? JSON.stringify(result) : result);
  } finally {
    sink.close();
    for (const house of houses) await house.close();
  }
}

const inTurn = async (
  contestants: ReadonlyMap<string, Contestant>,
  sink: MailSink,
  { recipients, rounds }: { readonly recipients: number; readonly rounds: number },
): Promise<Record<string, number>> => {
  const rates = new Map([...contestants.keys()].map((name) => [name, [] as number[]]));
  for (const contestant of contestants.values()) await contestant(warmUp);
  await sink.taken();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, contestant] of contestants) {
      rates.get(name)?.push(await contestant(recipients));
      const { mails, different } = await sink.taken();
      if (mails !== recipients || different !== recipients)
        throw new Error(`${name}: ${mails} mails, ${different} of them different, instead of ${recipients}`);
    }
  for (const [name, of] of rates)
    process.stderr.write(`${name}: ${of.map(Math.round).join(', ')} per second\n`);
  return Object.fromEntries([...rates].map(([name, of]) => [name, Math.round(median(of))]));
};

const furnished = (database: Database, drop: () => Promise<void>): Promise<House> =>
  House.open({
    ...{ database, url: null },
    drop: async () => {
      await database.close();
      await drop();
    },
  });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
