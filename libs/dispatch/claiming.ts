import type { LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { AccountStore } from './account-store.sql.js';
import type { Account } from './account.js';
import type { Claim, ClaimResult, Refusal } from './claim.js';
import type { ClaimStore } from './claim-store.sql.js';

export interface ClaimingParts {
  readonly database: Database;
  readonly claims: ClaimStore;
  readonly accounts: AccountStore;
  readonly wall: Clock;
  readonly log: LogPort;
  /** Whether what becomes of a try could be written down; without it, always. */
  readonly canKeep?: () => boolean;
}

/** A claim with the account that it is sent from. */
export interface Held {
  readonly claim: Claim;
  readonly account: Account | undefined;
}

/** What is unclear is looked for at least so often, however much there is to send. */
const askEveryMs = 1_000;

/** Decides what to claim next, and remembers why nothing could be claimed. */
export class Claiming {
  #refusal: Refusal | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #wantsToAsk = true;

  constructor(private readonly parts: ClaimingParts) {}

  /** Why nothing is claimed at present; null if it works. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** Something may have become unclear: the next look asks about it. */
  askSoon(): void {
    this.#wantsToAsk = true;
  }

  /** Sending comes first; what is unclear is asked about when places are left, and at least once a second. */
  async next(limit: number): Promise<readonly Held[]> {
    const due = await this.#claim(limit, 'due');
    const unclear = this.#isTimeToAsk(due.length < limit)
      ? await this.#claim(Math.max(1, limit - due.length), 'unclear')
      : [];
    return this.#withAccounts([...due, ...unclear]);
  }

  nextDueInMs(): Promise<number | null> {
    return this.parts.claims.nextDueInMs();
  }

  #isTimeToAsk(hasRoom: boolean): boolean {
    const now = this.parts.wall.monotonic();
    if (now - this.#askedAt < askEveryMs && !(this.#wantsToAsk && hasRoom)) return false;
    this.#askedAt = now;
    this.#wantsToAsk = false;
    return true;
  }

  async #claim(limit: number, which: 'due' | 'unclear'): Promise<readonly Claim[]> {
    const { canKeep = () => true, claims } = this.parts;
    const result: ClaimResult = canKeep() ? await claims[which](limit) : { kind: 'cannotKeep' };
    if (result.kind === 'claimed') {
      // What is unclear may be asked about while nothing may be sent.
      if (which === 'due' || this.#refusal?.kind !== 'held') this.#refusal = null;
      // A full hand means that there may be more.
      if (which === 'unclear' && result.claims.length === limit) this.#wantsToAsk = true;
      return result.claims;
    }
    if (this.#refusal?.kind !== result.kind)
      this.parts.log.warn(`dispatch.${result.kind}`, 'skewMs' in result ? { skewMs: result.skewMs } : {});
    this.#refusal = result;
    return [];
  }

  async #withAccounts(claims: readonly Claim[]): Promise<readonly Held[]> {
    if (claims.length === 0) return [];
    const ids = [...new Set(claims.map(({ row }) => row.accountId))];
    const found = await this.parts.accounts.find(this.parts.database.queries, ids);
    const accounts = new Map(found.map((account) => [account.id, account]));
    return claims.map((claim) => ({ claim, account: accounts.get(claim.row.accountId) }));
  }
}
