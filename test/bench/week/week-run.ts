import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnPostgres } from '../../support/own-postgres.js';
import { freePorts } from '../../support/started.js';
import { Fleet, type Kind } from '../crash/fleet.js';
import { openOutside, type Outside } from '../crash/outside.js';
import { generatedReleases } from '../generated-releases.js';
import { Acting } from './acting.js';
import { Commands } from './commands.js';
import { endLeftovers } from './leftovers.js';
import type { Run } from './model.js';
import { MovedTime } from './moved-time.js';
import { Notes } from './notes.js';
import { Rounds } from './rounds.js';
import { draftFor } from './script.js';
import { Staff } from './staff.js';
import { takeStock } from './stock.js';
import type { Grievance } from './verdict.js';

export interface WeekResult {
  readonly engine: Run['engine'];
  readonly rounds: number;
  readonly kills: Readonly<Record<string, number>>;
  /** Writes that were answered with success, releases that went out, and what the platforms took. */
  readonly acknowledged: number;
  readonly released: number;
  readonly taken: number;
  /** Mails of which nobody can tell whether they arrived. */
  readonly flagged: number;
  /** Works that did not come to their end although nobody died any more. */
  readonly unfinished: number;
  readonly grievances: readonly Grievance[];
}

export const newRun = async (folder: string, run: Omit<Run, 'ports'>): Promise<void> => {
  // The database server runs as whoever may do least, and has to get through to its own folder.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...run, ports: await freePorts(6) }));
};

/** Plays the week in this folder to its end, from where it stands; stops at the first stock-taking that finds something. */
export const playWeek = async (folder: string, say: (line: string) => void): Promise<WeekResult> => {
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as Run;
  const [port = 0, sitePort = 0, portalPort = 0, httpPort = 0, smtpPort = 0, serverPort = 0] = run.ports;
  await endLeftovers(folder);
  mkdirSync(join(folder, 'data'), { recursive: true });
  const notes = new Notes(folder);
  if (notes.model.round > 0) say(`resumed after round ${notes.model.round} of ${run.rounds}`);
  const server = run.engine === 'postgres' ? OwnPostgres.at(join(folder, 'postgres'), serverPort) : null;
  await server?.start();
  const time = new MovedTime(folder, server?.url ?? null);
  await time.teach();
  await time.moveTo(notes.model.moved);
  const platforms = { httpPort, smtpPort, directory: join(folder, 'sandbox'), clock: time };
  const outside = await openOutside(folder, portalPort, platforms);
  const environment = {
    KOUJING_CONFIG: outside.configuration,
    KOUJING_DATA: join(folder, 'data'),
    KOUJING_SECRET_KEY: Buffer.alloc(32, 5).toString('base64'),
    KOUJING_PORT: String(port),
    KOUJING_PORTAL_PORT: String(sitePort),
    NODE_COMPILE_CACHE: join(tmpdir(), 'koujing-compile-cache'),
    TZ: 'UTC',
    ...(server === null ? {} : { DATABASE_URL: server.url }),
  };
  // The operator's commands too: a lease of the house's time would be one of days to a command of today's.
  const moved = { ...environment, ...time.environment };
  const kinds: readonly Kind[] = server === null ? ['all'] : ['web', 'worker', 'worker', 'scheduler'];
  const fleet = new Fleet(kinds, moved, folder, notes.journal);
  const staff = new Staff(`http://127.0.0.1:${port}`, join(folder, 'data'), notes, () =>
    fleet.logged('request.failed'),
  );
  const texts = [...generatedReleases(run.rounds + 1, run.seed)];
  const acting = new Acting({
    ...{ staff, notes, time, key: `week-${run.seed}` },
    draft: (work) => draftFor(work, texts[work.n] ?? { title: '', body: '' }, outside.accountsOf(work.n)),
  });
  const rounds = new Rounds({ run, fleet, server, acting, notes, time });
  const commands = new Commands(moved, folder);
  const stage = { fleet, server, staff, notes, time, outside, commands };
  try {
    await fleet.start();
    if (notes.model.round === 0) await staff.enterAll();
    const everyRounds = Math.max(fewestRounds, Math.ceil(run.rounds / daysOfWeek));
    while (notes.model.round < run.rounds) {
      await rounds.play(notes.model.round + 1);
      const { round } = notes.model;
      if (round % everyRounds !== 0 || round === run.rounds) continue;
      const grievances = await takeStock(stage);
      say(
        `round ${round} of ${run.rounds}: ${acknowledgedIn(notes)} writes, ${grievances.length} grievances`,
      );
      if (grievances.length > 0) return resultOf(run, { notes, outside, grievances });
    }
    await rounds.finish();
    return resultOf(run, { notes, outside, grievances: await takeStock(stage) });
  } finally {
    await fleet.close();
    await outside.close();
    await server?.stop();
  }
};

/** Stock is taken each day of the simulated week; in a short run, in which a day is a few kills, more rarely. */
const daysOfWeek = 7;
const fewestRounds = 10;

const acknowledgedIn = ({ model }: Notes): number =>
  [...model.works.values()].reduce((sum, { done }) => sum + done, 0);

const resultOf = (
  { engine }: Run,
  {
    notes,
    outside,
    grievances,
  }: {
    readonly notes: Notes;
    readonly outside: Outside;
    readonly grievances: readonly Grievance[];
  },
): WeekResult => {
  const { model } = notes;
  const { posted } = outside.sandbox;
  const isOut = ({ steps, done }: { readonly steps: readonly string[]; readonly done: number }): boolean =>
    steps.slice(0, done).some((step) => step === 'publish' || step === 'hour');
  return {
    ...{ engine, rounds: model.round, kills: model.kills, acknowledged: acknowledgedIn(notes) },
    released: [...model.works.values()].filter(isOut).length,
    taken: posted.weibo().length + posted.wechatArticles().length + posted.mails().length,
    flagged: model.flagged,
    unfinished: [...model.works.values()].filter(({ steps, done }) => done < steps.length).length,
    grievances,
  };
};
