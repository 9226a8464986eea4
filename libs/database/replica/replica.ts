import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { Problem, type Clock } from '@koujing/kernel';
import type { Schema } from '../schema/index.js';
import {
  foreignTo,
  heldSince,
  standingOf,
  type Bearings,
  type Known,
  type Mark,
  type ReplicaStanding,
} from './freshness.js';
import { troubleOf } from '../trouble.js';
import type { LateRead } from './late-read.js';
import { refusedReplica, refusingReplica, replicaWords } from './words.js';

/** The least limit of the lag holds for two looks. */
const lookEveryMs = 1_000;
/** A server that does not answer for so long holds up everybody who waits for it. */
const answersWithinMs = 3_000;
/** Ten minutes of looks: beyond them a lag is only known to be longer. */
const marksKept = 600;
/** Hot standby: what is to be replayed cannot wait for who reads (PostgreSQL, 26.4.2). */
const canceledByReplay = '40001';

type Asked = Kysely<Schema>;

export interface ReplicaParts {
  readonly primary: Asked;
  /** One connection to the primary for the looks: who waits for the others must not make the replica seem late. */
  readonly looksAtPrimary: pg.Pool;
  /** So many connections to the replica at most. */
  readonly connect: (connections: number) => pg.Pool;
  readonly connections: number;
  readonly mostLagMs: number;
  readonly clock: Clock;
  /** Hears of every change of the standing, and of reads that went wrong there. */
  readonly told: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** A read-only standby, and how it stands to its primary: that is looked at every second and not for each question. */
export class Replica {
  readonly #primary: Asked;
  #lines: Lines;
  #marks: readonly Mark[] = [];
  #known: Known = { trouble: null, heldAt: null };
  #told: string | null = null;
  #looking: Promise<void> | null = null;
  readonly #closing = new AbortController();

  constructor(private readonly parts: ReplicaParts) {
    this.#primary = asked(parts.looksAtPrimary);
    this.#lines = new Lines(parts);
  }

  get standing(): ReplicaStanding {
    return standingOf(this.#known, this.parts.clock.monotonic(), this.parts.mostLagMs);
  }

  /** Asks the replica if it is fit to be asked; whatever goes wrong there is asked of the primary, which has the last word. */
  async read<T>(read: LateRead, work: (queries: Asked) => Promise<T>): Promise<T> {
    if (this.standing.kind !== 'used') return work(this.parts.primary);
    try {
      return await work(this.#lines.reads);
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.parts.told('replica.readFailed', { read, reason: String(error) });
      return work(this.parts.primary);
    }
  }

  async look(): Promise<ReplicaStanding> {
    const at = this.parts.clock.monotonic();
    const there = await bearingsOf(this.#primary);
    const here = await this.#answered();
    this.#marks = [...this.#marks, { at, position: there.position }].slice(-marksKept);
    if (here === 'replaying') return this.standing;
    if (here === null) return this.#know({ trouble: 'away', heldAt: null });
    // What the primary wrote between the two questions is no reason to doubt the replica.
    const since = here.position > there.position ? await bearingsOf(this.#primary) : there;
    return this.#know({
      trouble: foreignTo(since, here),
      heldAt: heldSince(this.#marks, here.position),
    });
  }

  /** @throws Problem for a server that answers and is no replica of the primary; one that is away may come yet */
  async begin(): Promise<void> {
    const standing = await this.look();
    if (standing.kind === 'foreign') throw refusedReplica(standing.why);
    this.#looking = this.#lookOn();
  }

  /** However it stands: for whoever examines it. */
  ask<T>(work: (queries: Asked) => Promise<T>): Promise<T> {
    return work(this.#lines.looks);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#looking;
    await Promise.all([this.#lines.close(), this.#primary.destroy()]);
  }

  async #lookOn(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await pause(lookEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await this.look();
      } catch (error) {
        // Nothing was learned of the replica: it grows late by itself.
        if (this.#told !== 'notLooked') this.parts.told('replica.notLooked', { reason: String(error) });
        this.#told = 'notLooked';
      }
    }
  }

  /**
   * Null where it does not answer: what hangs on it is cut off, and so asked of the primary. Nothing is learned where replaying
   * came first. @throws Problem where it answers that it lets nobody in
   */
  async #answered(): Promise<Bearings | 'replaying' | null> {
    const late = new AbortController();
    const inTime = pause(answersWithinMs, null, { ref: false, signal: late.signal }).catch(() => null);
    const looked = bearingsOf(this.#lines.looks).catch((error: unknown) => {
      if (troubleOf(error) === 'away') return null;
      if (codeOf(error) === canceledByReplay) return 'replaying' as const;
      throw refusingReplica(String(error));
    });
    try {
      const bearings = await Promise.race([looked, inTime]);
      if (bearings === null) this.#cut();
      return bearings;
    } finally {
      late.abort();
    }
  }

  #cut(): void {
    const { cut } = this.#lines;
    this.#lines = new Lines(this.parts);
    cut();
  }

  #know(known: Known): ReplicaStanding {
    this.#known = known;
    const { standing } = this;
    if (standing.kind !== this.#told) this.parts.told('replica.standing', fieldsOf(standing));
    this.#told = standing.kind;
    return standing;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

const fieldsOf = (standing: ReplicaStanding): Readonly<Record<string, string | number>> => {
  const { kind } = standing;
  if ('why' in standing) return { kind, reason: replicaWords[standing.why].message };
  return 'lagMs' in standing && standing.lagMs !== null
    ? { kind, lagMs: Math.round(standing.lagMs) }
    : { kind };
};

/** The connections to the replica. Looks have one of their own: a replica that is busy is not away. */
class Lines {
  readonly reads: Asked;
  readonly looks: Asked;
  readonly #open = new Set<pg.Client>();

  constructor({ connect, connections }: Pick<ReplicaParts, 'connect' | 'connections'>) {
    [this.reads, this.looks] = [connect(connections), connect(1)].map((pool) => {
      pool.on('connect', (client) => this.#open.add(client as unknown as pg.Client));
      pool.on('remove', (client) => this.#open.delete(client as unknown as pg.Client));
      return asked(pool);
    }) as [Asked, Asked];
  }

  /** What waits for an answer is told that there will be none. */
  readonly cut = (): void => {
    for (const client of this.#open) void client.end();
    void this.close();
  };

  async close(): Promise<void> {
    await Promise.all([this.reads.destroy(), this.looks.destroy()]);
  }
}

const asked = (pool: pg.Pool): Asked => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

const bearingsOf = async (queries: Asked): Promise<Bearings> => {
  const { rows } = await sql<Bearings>`
    select pg_is_in_recovery() as "isStandby", system_identifier::text as system, current_database()::text as database,
      coalesce(pg_wal_lsn_diff(
        case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end, '0/0'), 0)::int8 as position
    from pg_control_system()`.execute(queries);
  return rows[0] as Bearings;
};
