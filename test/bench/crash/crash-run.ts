import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryView } from '../../../libs/dispatch/dispatch.api.js';
import { OwnPostgres, postgresPrograms } from '../../support/own-postgres.js';
import { deliveries, type Desk } from '../../support/release-way.js';
import { freePorts } from '../../support/started.js';
import { generator } from '../generated-releases.js';
import { Fleet, type Kind } from './fleet.js';
import { Journal } from './journal.js';
import { openOutside } from './outside.js';
import { approvedReleases, publish, signInDesk, type KnownRelease } from './releases.js';
import { judge, takenBy, type Verdict } from './verdict.js';

export interface CrashOptions {
  readonly rounds: number;
  readonly seed: number;
  /** At least so many rows of the ledger. */
  readonly deliveries: number;
  readonly say: (line: string) => void;
}

export interface CrashResult extends Verdict {
  readonly rounds: number;
}

/** The portal, Weibo and WeChat: one row each beside the mails. */
const rowsBesideMails = 3;

/** Who dies, and how often: what sends dies most. Without a database server its share goes to the others. */
const victims = ['worker', 'worker', 'worker', 'web', 'scheduler', 'database', 'database'] as const;

/** Kills at random moments while releases go out, then waits until every row is settled and compares with the outside. */
export const crashRun = async (options: CrashOptions): Promise<CrashResult> => {
  const folder = mkdtempSync(join(tmpdir(), `koujing-crash-${options.seed}-`));
  mkdirSync(join(folder, 'data'));
  const journal = new Journal(join(tmpdir(), `koujing-crash-journal-${options.seed}-${process.pid}`));
  options.say(`journal: ${journal.path}`);
  const server = postgresPrograms() === null ? null : await OwnPostgres.create();
  if (server === null) options.say('no initdb: the embedded database only, one process of all roles');
  await server?.start();
  const [port = 0, sitePort = 0, portalPort = 0] = await freePorts(3);
  const outside = await openOutside(folder, portalPort);
  const kinds: readonly Kind[] =
    server === null ? ['all'] : ['web', 'worker', 'worker', 'worker', 'scheduler'];
  const fleet = new Fleet(kinds, environmentOf({ server, folder, port, sitePort, outside }), folder, journal);
  try {
    await fleet.start();
    const desk = await signInDesk(`http://127.0.0.1:${port}`, join(folder, 'data'));
    const count = Math.max(10, Math.ceil(options.rounds / 2));
    const rowsEach = Math.ceil(options.deliveries / count);
    const recipientsEach = Math.max(1, rowsEach - rowsBesideMails);
    const releases = await approvedReleases(desk, count, recipientsEach, outside.accountsOf);
    options.say(`${count} releases of ${rowsEach} deliveries are approved`);
    const rounds = new Rounds({ fleet, server, desk, releases, journal, random: generator(options.seed) });
    for (let round = 1; round <= options.rounds; round += 1) {
      await rounds.play(round, Math.ceil((round * count) / options.rounds));
      if (round % 10 === 0) options.say(`round ${round}: ${releases.filter(isAcknowledged).length} clicked`);
    }
    const rows = await untilSettled(desk, releases, journal);
    const taken = await takenBy(
      outside,
      releases.map(({ id }) => id),
    );
    const { verdict, grievances } = judge(releases, rows, taken);
    for (const grievance of grievances) journal.write('grievance', { ...grievance });
    const doubles = outside.sandbox.posted.doubles();
    journal.write('verdict', { ...verdict, doubles });
    for (const one of grievances.slice(0, 20)) options.say(JSON.stringify(one));
    return { rounds: options.rounds, ...verdict };
  } finally {
    await fleet.close();
    await outside.close();
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Stage {
  readonly fleet: Fleet;
  readonly server: OwnPostgres | null;
  readonly desk: Desk;
  readonly releases: readonly KnownRelease[];
  readonly journal: Journal;
  readonly random: () => number;
}

/** Longer than a release takes to go out, so that some kills hit calm and most hit work. */
const longestPauseMs = 2_500;

class Rounds {
  #next = 0;

  constructor(private readonly stage: Stage) {}

  /** Clicks up to the `until`th release, waits for a random moment, kills one. */
  async play(round: number, until: number): Promise<void> {
    const { fleet, server, desk, releases, journal, random } = this.stage;
    const pauseMs = Math.round(random() * longestPauseMs);
    const wanted = victims[Math.floor(random() * victims.length)] ?? 'worker';
    const choice = random();
    await fleet.untilUp(['worker', 'all']);
    while (this.#next < until) {
      const release = releases[this.#next];
      if (release !== undefined) await publish(desk, release);
      journal.write('acknowledged', { release: this.#next });
      this.#next += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const name = await this.#strike(wanted, choice);
    journal.write('killed', { round, pauseMs, name });
    if (name === 'database') await server?.start();
  }

  async #strike(wanted: (typeof victims)[number], choice: number): Promise<string> {
    const { fleet, server } = this.stage;
    if (wanted === 'database' && server !== null) {
      await server.kill();
      return 'database';
    }
    const kinds: readonly Kind[] = server === null ? ['all'] : wanted === 'database' ? ['worker'] : [wanted];
    await fleet.untilUp(kinds);
    return (await fleet.kill(kinds, choice)) ?? this.#strike(wanted, choice);
  }
}

const isAcknowledged = ({ acknowledged }: KnownRelease): boolean => acknowledged;

/** Leases (30 s), sweeps and the longest settle time (180 s) lie between the last kill and the last row. */
const patienceMs = 20 * 60_000;
const settled = ['delivered', 'verified', 'needsPerson', 'rejected', 'abandoned'];

const untilSettled = async (
  desk: Desk,
  releases: readonly KnownRelease[],
  journal: Journal,
): Promise<ReadonlyMap<string, readonly DeliveryView[]>> => {
  const rows = new Map<string, readonly DeliveryView[]>();
  const giveUpAt = performance.now() + patienceMs;
  const isOpen = ({ id }: KnownRelease): boolean =>
    !(rows.get(id) ?? []).length || (rows.get(id) ?? []).some(({ state }) => !settled.includes(state));
  for (;;) {
    for (const release of releases.filter(isOpen))
      await deliveries(desk.publisher, release.id).then(
        (shown) => rows.set(release.id, shown),
        () => undefined,
      );
    const open = releases.filter(isOpen);
    journal.write('settling', { open: open.length });
    if (open.length === 0 || performance.now() > giveUpAt) return rows;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
};

const environmentOf = (of: {
  readonly server: OwnPostgres | null;
  readonly folder: string;
  readonly port: number;
  readonly sitePort: number;
  readonly outside: { readonly configuration: string };
}): Record<string, string> => ({
  KOUJING_CONFIG: of.outside.configuration,
  KOUJING_DATA: join(of.folder, 'data'),
  KOUJING_SECRET_KEY: Buffer.alloc(32, 5).toString('base64'),
  KOUJING_PORT: String(of.port),
  KOUJING_PORTAL_PORT: String(of.sitePort),
  TZ: 'UTC',
  ...(of.server === null ? {} : { DATABASE_URL: of.server.url }),
});
