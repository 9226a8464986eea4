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
  /** When the database was last asked and the claim stood, on the monotonic clock. */
  provenAt: number;
}

/**
 * So long the database's word on a claim is taken for a fact. Nobody can overtake a claim before its lease ends, and that is
 * seen without asking; a fresh claim is its own proof, and asking again would double the way to every first write.
 * It must stay far below what a stopped process sleeps (a lease).
 */
const proofLastsMs = 250;

/** With more claims than these in hand, one checkpoint is soon followed by others: one commit for them all. */
const fewHeld = 10;
const companyMs = 4;

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
    this.#points = new Batcher(
      async (points) => {
        const standing = await store.checkpoint(queries, points);
        return points.map(({ id }) => standing.has(id));
      },
      { waitMs: () => (this.#held.size > fewHeld ? companyMs : 0) },
    );
  }

  hold(claim: Claim): void {
    const key = { id: claim.row.id, epoch: claim.row.epoch };
    const { leaseEndsAt } = claim;
    this.#held.set(key.id, { key, leaseEndsAt, provenAt: leaseEndsAt - leaseMs });
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
    else if (!(await this.#stands(held))) throw new FenceLost('the claim was overtaken');
    if (this.#remaining(held) <= callTimeoutMs) throw new FenceLost('the lease does not outlast the call');
  }

  async checkpoint(claim: Claim, step: string, data: Pending): Promise<void> {
    const { id, epoch } = claim.row;
    const askedAt = this.clock.monotonic();
    if (!(await this.#points.add({ id, epoch, step, data }))) throw new FenceLost('the claim was overtaken');
    const held = this.#held.get(id);
    if (held?.key.epoch === epoch) held.provenAt = askedAt;
  }

  async #stands(held: Held): Promise<boolean> {
    const askedAt = this.clock.monotonic();
    if (askedAt - held.provenAt <= proofLastsMs) return true;
    const stands = await this.#checks.add(held.key);
    if (stands) held.provenAt = askedAt;
    return stands;
  }

  #remaining(held: Held): number {
    return held.leaseEndsAt - this.clock.monotonic();
  }

  async #renew(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    const askedAt = this.clock.monotonic();
    const standing = await this.store.renew(
      this.database.queries,
      held.map(({ key }) => key),
    );
    for (const one of held) {
      if (!standing.has(one.key.id)) continue;
      one.leaseEndsAt = askedAt + leaseMs;
      one.provenAt = askedAt;
    }
  }
}
