import { sql, type RawBuilder } from 'kysely';
import { openPostgres } from '@koujing/database';
import { House } from '../medium/dispatch-house.js';
import { answers, createDatabase, usualServer } from '../support/postgres.js';
import { fillWithOldRows } from './dispatch/million-rows.js';
import { planRows } from './dispatch/plan-rows.js';
import { SinkChannel } from './dispatch/sink-channel.js';
import { startSink } from './dispatch/sink.js';
import { round } from './timing.js';
import { readOptions } from './options.js';

/** How the ledger stands: without the triggers of events, with them and nobody who listens, and with a subscription. */
const arms = ['bare', 'unheard', 'heard'] as const;
type Arm = (typeof arms)[number];

const entering: Readonly<Record<Arm, readonly RawBuilder<unknown>[]>> = {
  bare: [
    sql`alter table delivery disable trigger outward_delivery`,
    sql`update event_subscription set ended_at = now()`,
  ],
  unheard: [sql`alter table delivery enable trigger outward_delivery`],
  heard: [sql`update event_subscription set ended_at = null`],
};

/**
 * `npm run bench -- events [--rows 20000] [--rounds 7] [--json]`: what it costs a delivery that settles to be told to the city's
 * programs (migrations/0129). One database, all rows settle in one statement, the three ways in turn; medians of the ratios.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { rows: 20_000, rounds: 7 });
  const [rows, rounds] = [given.rows, given.rounds];
  if (!(await answers())) {
    process.stderr.write('PostgreSQL: skipped, no server answers\n');
    return;
  }
  const own = await createDatabase(usualServer);
  const database = await openPostgres(own.url);
  const sink = await startSink();
  const house = await House.open({ database, url: own.url, drop: own.drop });
  try {
    const channel = new SinkChannel(sink);
    await house.connect(channel);
    // A rendition for the rows to point at; its own row is none of theirs.
    await planRows(house, channel, 1);
    await fillWithOldRows(house, rows, 1);
    const { queries } = database;
    // One row a channel is told, not one a mail.
    await sql`update delivery set recipient = '' where batch = 'old'`.execute(queries);
    await sql`insert into event_subscription (id, name, address, hint, secret, kinds, created_by, created_at, ended_at)
      values ('one', '城市 App', 'https://app.example', '', '', '["delivery.settled"]', ${house.person}, now(), now())`.execute(
      queries,
    );
    const microseconds: Record<Arm, number[]> = { bare: [], unheard: [], heard: [] };
    for (let turn = 0; turn <= rounds; turn += 1)
      for (const arm of arms) {
        for (const step of entering[arm]) await step.execute(queries);
        await sql`update delivery set state = 'sending' where batch = 'old'`.execute(queries);
        await sql`vacuum delivery`.execute(queries);
        const startedAt = performance.now();
        await sql`update delivery set state = 'delivered' where batch = 'old'`.execute(queries);
        // The first turn warms up.
        if (turn > 0) microseconds[arm].push(((performance.now() - startedAt) * 1_000) / rows);
      }
    const { rows: told } = await sql<{ n: number }>`select count(*) as n from outward_event`.execute(queries);
    if (told[0]?.n !== rows * (rounds + 1))
      throw new Error(`${told[0]?.n} events for ${rows * (rounds + 1)}`);
    const against = (arm: Arm): number =>
      round(median(microseconds[arm].map((each, at) => each / (microseconds.bare[at] ?? Number.NaN))));
    const result = {
      rows,
      bareMicroseconds: round(median(microseconds.bare)),
      unheardAgainstBare: against('unheard'),
      heardAgainstBare: against('heard'),
      heardMicroseconds: round(median(microseconds.heard)),
    };
    console.log(given.json ? JSON.stringify(result) : result);
  } finally {
    sink.close();
    await house.close();
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
