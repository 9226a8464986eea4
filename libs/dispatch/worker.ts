import type { Channel, LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { newTraceId, traced, type Clock } from '@koujing/kernel';
import type { AttemptRunner } from './attempt-runner.js';
import { Batcher } from './batcher.js';
import { sweepEveryMs, type Claim, type Refusal } from './claim.js';
import type { Claiming, Held } from './claiming.js';
import { handBack } from './hand-back.js';
import type { Leases } from './leases.js';
import type { Finished, OutcomeStore, Settled } from './outcome-store.sql.js';
import type { QuotaStore } from './quota-store.sql.js';
import { Pace } from './pace.js';
import { Tries, type Answered } from './tries.js';

export interface WorkerParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly claiming: Claiming;
  readonly leases: Leases;
  readonly runner: AttemptRunner;
  readonly outcomes: OutcomeStore;
  readonly quotas: QuotaStore;
  readonly wall: Clock;
  readonly log: LogPort;
  /** Told after each commit: what changed, for whoever watches. */
  readonly changed: (deliveryIds: readonly string[]) => void;
}

export interface WorkerOptions {
  /** Tries that run at the same time. */
  readonly concurrency: number;
  /** Spreads retries; [0, 1). */
  readonly jitter: () => number;
}

/**
 * Works off the ledger: claims what is due, tries once, commits the outcome, and sweeps for what was left behind.
 * Claiming, trying and committing go on side by side: while twenty tries wait for their platforms, the next twenty
 * rows are claimed in one commit and the last twenty outcomes are written in another.
 */
export class Worker {
  readonly #tries: Tries;
  readonly #outcomes: Batcher<Finished, Settled>;
  /** Claimed, not yet begun. */
  readonly #held: Held[] = [];
  readonly #trying = new Set<Promise<void>>();
  /** Tried; the outcome is on its way into the ledger. */
  readonly #settling = new Set<Promise<void>>();
  readonly #pace: Pace;
  #ending = new AbortController();
  #state: 'stopped' | 'running' | 'stopping' = 'stopped';
  #woken = false;
  #loop: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly parts: WorkerParts,
    private readonly options: WorkerOptions,
  ) {
    this.#pace = new Pace(() => parts.wall.monotonic());
    this.#tries = new Tries(parts, options.jitter);
    this.#outcomes = new Batcher((finished) => parts.outcomes.commit(finished), {
      waitMs: () => (this.#trying.size * 2 > options.concurrency ? companyMs : 0),
    });
  }

  /** Why it sends nothing at present, for the health page; null if it works. */
  get refusal(): Refusal | null {
    return this.parts.claiming.refusal;
  }

  start(): void {
    this.#state = 'running';
    this.#ending = new AbortController();
    this.wake();
  }

  /** Looks for work now. Cheap, and harmless if there is none: a lost or doubled wake-up changes nothing. */
  wake(): void {
    this.parts.claiming.askSoon();
    this.#look();
  }

  /**
   * Claims nothing more, hands back what it has not begun, and gives running tries `patienceMs` to finish. What hangs
   * longer is given up: as not sent where no write was let through, as unknown where one was, for the next worker to ask.
   */
  async stop(patienceMs = stopPatienceMs): Promise<void> {
    this.#state = 'stopping';
    this.#stopTimer();
    const over = new Promise<void>((resolve) => {
      const ending = setTimeout(() => {
        this.#ending.abort();
        setTimeout(resolve, lastWordsMs).unref();
      }, patienceMs);
      ending.unref();
      void this.#finished().finally(() => {
        clearTimeout(ending);
        resolve();
      });
    });
    await over;
    this.#stopTimer();
    this.#state = 'stopped';
  }

  /** Until nothing is due and nothing runs; for tests and for the command line. */
  async idle(): Promise<void> {
    while (this.#loop !== null || this.#isBusy()) {
      await this.#loop;
      await Promise.all([...this.#trying, ...this.#settling]);
      await new Promise(setImmediate);
    }
  }

  async #finished(): Promise<void> {
    await this.#loop;
    await this.#handBack(this.#held.splice(0));
    while (this.#isBusy()) await Promise.all([...this.#trying, ...this.#settling]);
  }

  #isBusy(): boolean {
    return this.#held.length + this.#trying.size + this.#settling.size > 0;
  }

  #look(): void {
    this.#woken = true;
    if (this.#state !== 'running' || this.#loop !== null) return;
    this.#loop = this.#drain().finally(() => {
      this.#loop = null;
      if (this.#woken && this.#room() > 0) this.#look();
      else if (this.#room() > 0) void this.#sleep();
    });
  }

  async #drain(): Promise<void> {
    while (this.#woken && this.#state === 'running' && this.#room() > 0) {
      this.#woken = false;
      try {
        const held = await this.parts.claiming.next(this.#room());
        for (const one of held) this.parts.leases.hold(one.claim);
        this.#held.push(...held);
        if (held.length > 0) this.#woken = true;
      } catch (error) {
        // The database is away: the sweep tries again; nothing was sent that is not in the ledger.
        this.parts.log.warn('dispatch.claimFailed', { reason: messageOf(error) });
        return;
      }
      this.#begin();
    }
  }

  /** One hand full is tried; what is held ready is refilled when half of it is used up. */
  #room(): number {
    const { concurrency } = this.options;
    if (this.#settling.size > concurrency * mostUnsettledHands) return 0;
    const ready = this.#ready();
    const held = this.#held.length;
    return held * 2 > ready ? 0 : ready - held + concurrency - this.#trying.size;
  }

  /** What the next moments take: a fast channel must not wait for a commit, and of a slow one others get their share. */
  #ready(): number {
    const { concurrency } = this.options;
    const soon = Math.ceil(this.#pace.perMs * aheadMs);
    return Math.min(concurrency * mostHandsReady, Math.max(Math.ceil(concurrency / 2), soon));
  }

  #begin(): void {
    while (this.#state === 'running' && this.#trying.size < this.options.concurrency) {
      const held = this.#held.shift();
      if (held === undefined) return;
      const trying = this.#run(held).finally(() => {
        this.#trying.delete(trying);
        this.#pace.ended();
        this.#begin();
        if (this.#room() > 0) this.#look();
      });
      this.#trying.add(trying);
    }
  }

  async #run({ claim, account }: Held): Promise<void> {
    const startedAt = this.parts.wall.now();
    let answered: Answered;
    try {
      const channel = this.parts.channels.get(claim.row.channel);
      if (channel === undefined || account === undefined)
        throw new Error(`no channel ${claim.row.channel} is installed for the delivery ${claim.row.id}`);
      answered = await this.#traced(claim, () =>
        this.#tries.answer(claim, channel, { account, signal: this.#ending.signal }),
      );
    } catch (error) {
      this.#leave(claim, error);
      return;
    }
    this.#settle(claim, startedAt, answered);
  }

  /** Under the click that it goes back to, whose id goes out with every call. */
  #traced({ row, action }: Claim, work: () => Promise<Answered>): Promise<Answered> {
    const { id: delivery, releaseId: release, channel, accountId: account, operation } = row;
    const about = {
      name: `channel.${action === 'send' ? operation : action}`,
      trace: row.trace ?? newTraceId(),
      attributes: { delivery, release, channel, account },
    };
    return traced(about, async () => {
      const answered = await work();
      const { kind: outcome } = answered.outcome;
      this.parts.log.info('dispatch.tried', { ...about.attributes, call: about.name, outcome });
      return answered;
    });
  }

  #settle(claim: Claim, startedAt: Date, { change, outcome }: Answered): void {
    const settling = this.#outcomes
      .add({ row: claim.row, action: claim.action, change, startedAt, outcome })
      .then(
        () => {
          this.parts.leases.drop(claim);
          if (change.to === 'unknown' || change.to === 'accepted') this.parts.claiming.askSoon();
          this.parts.changed([claim.row.id]);
        },
        (error: unknown) => this.#leave(claim, error),
      )
      .finally(() => {
        this.#settling.delete(settling);
        if (this.#room() > 0) this.#look();
      });
    this.#settling.add(settling);
  }

  /** The outcome could not be committed: the row stays `sending`, its lease ends, and a sweep asks the channel. */
  #leave(claim: Claim, error: unknown): void {
    this.parts.leases.drop(claim);
    this.parts.log.warn('dispatch.outcomeNotCommitted', {
      delivery: claim.row.id,
      reason: messageOf(error),
    });
  }

  async #handBack(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    const startedAt = this.parts.wall.now();
    await Promise.all(
      held.map(({ claim }) =>
        this.#outcomes.add({ row: claim.row, action: claim.action, startedAt, ...handBack(claim) }).then(
          () => this.parts.leases.drop(claim),
          (error: unknown) => this.#leave(claim, error),
        ),
      ),
    );
  }

  /** Until the next row is due, and never longer than the sweep: a lost job is found within it. */
  async #sleep(): Promise<void> {
    if (this.#state !== 'running') return;
    // A running try wakes the loop when it ends; only one that hangs leaves it to the timer.
    const due = this.#isBusy() ? busySleepMs : await this.parts.claiming.nextDueInMs().catch(() => null);
    if (this.#state !== 'running' || this.#loop !== null) return;
    this.#stopTimer();
    const delay = Math.min(sweepEveryMs, Math.max(shortestSleepMs, due ?? sweepEveryMs));
    this.#timer = setTimeout(() => this.wake(), delay);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Rows that are due but cannot be claimed yet (order, breaker) must not turn the loop into a spin. */
const shortestSleepMs = 50;
const busySleepMs = 500;
/** A full hand of tries ends within a few milliseconds of each other: one commit instead of two. */
const companyMs = 3;
/** So far ahead rows are claimed: a claim under load takes some twenty milliseconds. */
const aheadMs = 60;
const mostHandsReady = 5;
/** Outcomes that wait for a slow database, in hands of `concurrency`; beyond it nothing new is begun. */
const mostUnsettledHands = 4;
/** A process must be gone ten seconds after it was asked to go: time for a try, then for its outcome. */
const stopPatienceMs = 7_000;
const lastWordsMs = 1_500;
