import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import { FenceLost, type Pending } from '@koujing/channel';
import { Batcher } from './batcher.js';
import { leaseMs, renewEveryMs, type Claim } from './claim.js';
import type { Checkpoint, ClaimKey, LeaseStore } from './lease-store.sql.js';

/** A claim that this process holds, with the end of its lease on the monotonic clock. */
interface Held {
  readonly key: ClaimKey;
  leaseEndsAt: number;
}

/** All claims of this process: renews their leases and answers whether one still stands. */
export class Leases {
  readonly #held = new Map<string, Held>();
  readonly #checks: Batcher<ClaimKey, boolean>;
  readonly #points: Batcher<Checkpoint, boolean>;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly store: LeaseStore,
    private readonly clock: Clock,
  ) {
    const { queries } = database;
    this.#checks = new Batcher(async (keys) => {
      const standing = await store.standing(queries, keys);
      return keys.map(({ id }) => standing.has(id));
    });
    this.#points = new Batcher(async (points) => {
      const standing = await store.checkpoint(queries, points);
      return points.map(({ id }) => standing.has(id));
    });
  }

  hold(claim: Claim): void {
    const key = { id: claim.row.id, epoch: claim.row.epoch };
    this.#held.set(key.id, { key, leaseEndsAt: claim.leaseEndsAt });
    this.#timer ??= setInterval(() => void this.renewAll().catch(() => undefined), renewEveryMs);
  }

  drop(claim: Claim): void {
    this.#held.delete(claim.row.id);
    if (this.#held.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  /** A renewal that fails changes nothing here: the fence sees the lease run out and stops the sending. */
  async renewAll(): Promise<void> {
    await this.#renew([...this.#held.values()]);
  }

  /** Before every remote write: more lease left than the call may take, and the epoch still ours. */
  async check(claim: Claim, callTimeoutMs: number): Promise<void> {
    const held = this.#held.get(claim.row.id);
    if (held === undefined) throw new FenceLost('the claim was given up');
    if (this.#remaining(held) <= callTimeoutMs) await this.#renew([held]);
    else if (!(await this.#checks.add(held.key))) throw new FenceLost('the claim was overtaken');
    if (this.#remaining(held) <= callTimeoutMs) throw new FenceLost('the lease does not outlast the call');
  }

  async checkpoint(claim: Claim, step: string, data: Pending): Promise<void> {
    const { id, epoch } = claim.row;
    if (!(await this.#points.add({ id, epoch, step, data }))) throw new FenceLost('the claim was overtaken');
  }

  #remaining(held: Held): number {
    return held.leaseEndsAt - this.clock.monotonic();
  }

  async #renew(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    const leaseEndsAt = this.clock.monotonic() + leaseMs;
    const standing = await this.store.renew(
      this.database.queries,
      held.map(({ key }) => key),
    );
    for (const one of held) if (standing.has(one.key.id)) one.leaseEndsAt = leaseEndsAt;
  }
}
