import type { AuthoriseOutcome, TokenPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { newId } from '@koujing/kernel';
import type { TokenStore } from './token-store.sql.js';

/** No token is to be had. `permanent`: the platform refused our credentials, a person must act. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable';

  constructor(
    readonly permanent: boolean,
    message: string,
  ) {
    super(message);
  }
}

/** How often a process looks whether another has fetched the token it waits for. */
const lookEveryMs = 100;
/** A little more than the lease: after that the other one is dead and the lease is free. */
const looksAtMost = 320;

/** One account's token: fetched in one place at a time, and only if the one that failed is still current. */
export class AccountToken implements TokenPort {
  readonly #holder = newId();

  constructor(
    private readonly database: Database,
    private readonly store: TokenStore,
    private readonly accountId: string,
    private readonly authorise: () => Promise<AuthoriseOutcome>,
  ) {}

  async current(): Promise<string> {
    const { token, generation } = await this.store.read(this.database.queries, this.accountId);
    return token ?? this.#successor(generation);
  }

  /** A forced refresh is never automatic: where the platform gives the refused token again, a person must look. */
  async replace(failed: string): Promise<string | null> {
    const { token, generation } = await this.store.read(this.database.queries, this.accountId);
    if (token !== null && token !== failed) return token;
    try {
      const fresh = await this.#successor(generation);
      return fresh === failed ? null : fresh;
    } catch (error) {
      if (error instanceof TokenUnavailable && error.permanent) return null;
      throw error;
    }
  }

  async #successor(generation: number): Promise<string> {
    const { queries } = this.database;
    let wanted = generation;
    for (let looks = 0; looks < looksAtMost; looks += 1) {
      if (await this.store.lease(queries, this.accountId, wanted, this.#holder)) return this.#fetch();
      const now = await this.store.read(queries, this.accountId);
      if (now.generation > wanted && now.token !== null) return now.token;
      wanted = now.generation;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    throw new TokenUnavailable(false, 'another process holds the token lease and does not finish');
  }

  async #fetch(): Promise<string> {
    const { queries } = this.database;
    const outcome = await this.authorise().catch((error: unknown): AuthoriseOutcome => ({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    }));
    if (outcome.kind === 'authorised') {
      await this.store.save(queries, this.accountId, this.#holder, outcome.authorisation);
      return outcome.authorisation.token;
    }
    await this.store.giveUp(queries, this.accountId, this.#holder);
    const code = outcome.kind === 'refused' ? `${outcome.code} ` : '';
    throw new TokenUnavailable(outcome.kind === 'refused', `${code}${outcome.message}`);
  }
}
