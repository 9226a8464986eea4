import type { Channel, LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import type { AttemptRunner } from './attempt-runner.js';
import { Batcher } from './batcher.js';
import type { Change } from './change.js';
import { sweepEveryMs, type Claim, type ClaimResult, type Refusal } from './claim.js';
import type { ClaimStore } from './claim-store.sql.js';
import type { Leases } from './leases.js';
import type { Finished, OutcomeStore, Settled } from './outcome-store.sql.js';
import type { QuotaStore } from './quota-store.sql.js';
import { settleProbe } from './settle-probe.js';
import { settleSend } from './settle-send.js';

export interface WorkerParts {
  readonly database: Database;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly claims: ClaimStore;
  readonly leases: Leases;
  readonly runner: AttemptRunner;
  readonly outcomes: OutcomeStore;
  readonly accounts: AccountStore;
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

/** Works off the ledger: claims what is due, tries once, commits the outcome, and sweeps for what was left behind. */
export class Worker {
  readonly #outcomes: Batcher<Finished, Settled>;
  readonly #running = new Set<Promise<void>>();
  #state: 'stopped' | 'running' | 'stopping' = 'stopped';
  #woken = false;
  #loop: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #refusal: Refusal | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly parts: WorkerParts,
    private readonly options: WorkerOptions,
  ) {
    this.#outcomes = new Batcher((finished) => parts.outcomes.commit(finished));
  }

  /** Why it sends nothing at present, for the health page; null if it works. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  start(): void {
    this.#state = 'running';
    this.wake();
  }

  /** Looks for work now. Cheap, and harmless if there is none: a lost or doubled wake-up changes nothing. */
  wake(): void {
    this.#woken = true;
    if (this.#state !== 'running' || this.#loop !== null) return;
    this.#loop = this.#drain().finally(() => {
      this.#loop = null;
      if (this.#woken) this.wake();
      else void this.#sleep();
    });
  }

  /** Finishes what it holds; claims nothing more. */
  async stop(): Promise<void> {
    this.#state = 'stopping';
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#loop;
    await Promise.all(this.#running);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#state = 'stopped';
  }

  /** Until nothing is due and nothing runs; for tests and for the command line. */
  async idle(): Promise<void> {
    while (this.#loop !== null || this.#running.size > 0) {
      await this.#loop;
      await Promise.all(this.#running);
      await new Promise(setImmediate);
    }
  }

  async #drain(): Promise<void> {
    while (this.#woken && this.#state === 'running') {
      this.#woken = false;
      try {
        await this.#fill();
      } catch (error) {
        // The database is away: the sweep tries again; nothing was sent that is not in the ledger.
        const reason = error instanceof Error ? error.message : String(error);
        this.parts.log.warn('dispatch.claimFailed', { reason });
        return;
      }
    }
  }

  async #fill(): Promise<void> {
    for (;;) {
      const free = this.options.concurrency - this.#running.size;
      if (free <= 0) {
        await Promise.race(this.#running);
        continue;
      }
      const claims = await this.#claim(free);
      const accounts = await this.#accountsOf(claims);
      for (const claim of claims) this.#run(claim, accounts.get(claim.row.accountId));
      if (claims.length === 0 || this.#state !== 'running') return;
    }
  }

  /** Sending comes first; what is unclear is asked about when places are left, and at least once a second. */
  async #claim(free: number): Promise<readonly Claim[]> {
    const due = await this.#claims(free, 'due');
    const now = this.parts.wall.monotonic();
    if (due.length === free && now - this.#askedAt < 1_000) return due;
    this.#askedAt = now;
    return [...due, ...(await this.#claims(Math.max(1, free - due.length), 'unclear'))];
  }

  async #claims(limit: number, which: 'due' | 'unclear'): Promise<readonly Claim[]> {
    const result: ClaimResult = await this.parts.claims[which](limit);
    if (result.kind === 'claimed') {
      this.#refusal = null;
      return result.claims;
    }
    if (this.#refusal?.kind !== result.kind)
      this.parts.log.warn(`dispatch.${result.kind}`, 'skewMs' in result ? { skewMs: result.skewMs } : {});
    this.#refusal = result;
    return [];
  }

  async #accountsOf(claims: readonly Claim[]): Promise<ReadonlyMap<string, Account>> {
    const ids = [...new Set(claims.map(({ row }) => row.accountId))];
    const accounts = await this.parts.accounts.find(this.parts.database.queries, ids);
    return new Map(accounts.map((account) => [account.id, account]));
  }

  #run(claim: Claim, account: Account | undefined): void {
    this.parts.leases.hold(claim);
    const running = this.#try(claim, account)
      .catch((error: unknown) => {
        // The outcome could not be committed: the row stays `sending`, its lease ends, and a sweep asks the channel.
        const reason = error instanceof Error ? error.message : String(error);
        this.parts.log.warn('dispatch.outcomeNotCommitted', { delivery: claim.row.id, reason });
      })
      .finally(() => {
        this.parts.leases.drop(claim);
        this.#running.delete(running);
        this.wake();
      });
    this.#running.add(running);
  }

  async #try(claim: Claim, account: Account | undefined): Promise<void> {
    const channel = this.parts.channels.get(claim.row.channel);
    if (channel === undefined || account === undefined)
      throw new Error(`no channel ${claim.row.channel} is installed for the delivery ${claim.row.id}`);
    const startedAt = this.parts.wall.now();
    const { outcome, change, calls } =
      claim.action === 'send'
        ? await this.#send(claim, channel, account)
        : await this.#probe(claim, channel, account);
    await this.#countCalls(claim, channel, calls);
    await this.#outcomes.add({ row: claim.row, action: claim.action, change, startedAt, outcome });
    this.parts.changed([claim.row.id]);
  }

  async #send(claim: Claim, channel: Channel, account: Account): Promise<Answered> {
    const { outcome, calls } = await this.parts.runner.send(claim, channel, account);
    return { outcome, calls, change: settleSend(claim.row, outcome, this.#circumstances(channel)) };
  }

  async #probe(claim: Claim, channel: Channel, account: Account): Promise<Answered> {
    const { outcome, calls } = await this.parts.runner.probe(claim, channel, account);
    const now = await this.parts.database.now();
    const { settleMs } = channel.manifest;
    return {
      outcome,
      calls,
      change: settleProbe(claim.row, outcome, { now, settleMs, ...this.#circumstances(channel) }),
    };
  }

  #circumstances({ manifest }: Channel) {
    return { jitter: this.options.jitter(), retry: manifest.retry };
  }

  /** The claim took one call from the account's rate; what the try used beyond it is counted afterwards. */
  async #countCalls(claim: Claim, channel: Channel, calls: number): Promise<void> {
    const used = claim.action === 'send' ? calls - 1 : calls;
    const { rates } = channel.manifest;
    if (used <= 0 || !rates.some(({ name }) => name === 'calls')) return;
    await this.parts.quotas.countCalls(this.parts.database.queries, claim.row.accountId, rates, used);
  }

  /** Until the next row is due, and never longer than the sweep: a lost job is found within it. */
  async #sleep(): Promise<void> {
    if (this.#state !== 'running') return;
    const due = await this.parts.claims.nextDueInMs().catch(() => null);
    if (this.#state !== 'running' || this.#loop !== null) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const delay = Math.min(sweepEveryMs, Math.max(shortestSleepMs, due ?? sweepEveryMs));
    this.#timer = setTimeout(() => this.wake(), delay);
  }
}

interface Answered {
  readonly outcome: Finished['outcome'];
  readonly change: Change;
  readonly calls: number;
}

/** Rows that are due but cannot be claimed yet (order, breaker) must not turn the loop into a spin. */
const shortestSleepMs = 50;
