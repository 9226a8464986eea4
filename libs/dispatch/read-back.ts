import type { Channel, RecentPost, Survey, SurveyPlace } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Account } from './account.js';
import type { AttemptRunner, ReadBackOutcome } from './attempt-runner.js';
import type { Delivery } from './delivery.js';
import { ProbeBudget } from './probe-budget.sql.js';
import type { QuotaStore } from './quota-store.sql.js';

export interface ReadBackParts {
  readonly database: Database;
  readonly runner: Pick<AttemptRunner, 'readBack' | 'recent' | 'survey'>;
  readonly quotas: QuotaStore;
}

/** `noCalls`: the account's calls are better kept for publishing and for what is in doubt. */
export type Looked = ReadBackOutcome | { readonly kind: 'noCalls'; readonly waitMs: number };
export type RecentPosts =
  | { readonly kind: 'read'; readonly posts: readonly RecentPost[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'noCalls'; readonly waitMs: number };

export type Surveyed =
  | { readonly kind: 'read'; readonly survey: Survey }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'noCalls'; readonly waitMs: number };

/** A platform that takes longer for one look has not answered. */
const patienceMs = 30_000;

/** Looks at what is out, within the account's calls. Never publishes. */
export class ReadBack {
  readonly #budget: ProbeBudget;

  constructor(private readonly parts: ReadBackParts) {
    this.#budget = new ProbeBudget(parts.quotas);
  }

  async look(row: Delivery, channel: Channel, account: Account): Promise<Looked> {
    return this.#within(channel, account, (by) =>
      this.parts.runner.readBack({ row, action: 'probe', leaseEndsAt: Infinity }, channel, by),
    );
  }

  /** The account's own posts since an instant, whoever put them there. */
  async recent(since: Date, channel: Channel, account: Account): Promise<RecentPosts> {
    return this.#within(channel, account, (by) => this.parts.runner.recent(since, channel, by));
  }

  /** The next part of a place that is too large for one look. */
  async survey(from: SurveyPlace, channel: Channel, account: Account): Promise<Surveyed> {
    return this.#within(channel, account, (by) => this.parts.runner.survey(from, channel, by));
  }

  async #within<T>(
    channel: Channel,
    account: Account,
    ask: (by: { account: Account; signal: AbortSignal }) => Promise<{ outcome: T; calls: number }>,
  ): Promise<T | { readonly kind: 'noCalls'; readonly waitMs: number }> {
    const { queries } = this.parts.database;
    const { rates } = channel.manifest;
    const waitMs = await this.#budget.takeForWatch(queries, account.id, rates);
    if (waitMs !== null) return { kind: 'noCalls', waitMs };
    const { outcome, calls } = await ask({ account, signal: AbortSignal.timeout(patienceMs) });
    if (calls > 1) await this.parts.quotas.countCalls(queries, account.id, rates, calls - 1);
    return outcome;
  }
}
