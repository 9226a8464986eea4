import { digestOf, TooManyRequests } from '@koujing/kernel';
import { afterFailure, blockedForMs, FREE_TRIES } from './login-throttle.js';
import { accessRefusal } from './refusal.js';
import type { AccessParts } from './access-parts.js';

export interface ThrottleKey {
  readonly key: string;
  readonly freeTries: number;
}

export const addressKey = (address: string): ThrottleKey => ({
  key: `address:${address}`,
  freeTries: FREE_TRIES.address,
});

/**
 * Sixteen bits of the name's digest: somebody types a password where the name belongs, and it must not stand in a table. Two
 * names in 65,536 share a count, at the same address alone; of a password so little tells nothing.
 */
const nameMark = (username: string): string => digestOf(username).slice(0, 4);

/** What a guess counts against: the person at that address, and the address as a whole. */
export const throttleKeys = (username: string, address: string): readonly ThrottleKey[] => [
  { key: `person:${nameMark(username)}@${address}`, freeTries: FREE_TRIES.personAtAddress },
  addressKey(address),
];

/** Counts wrong passwords wherever one is asked for. */
export class GuessGuard {
  constructor(private readonly parts: Pick<AccessParts, 'database' | 'sessions' | 'clock'>) {}

  /** @throws Problem `tooManyRequests` */
  async refuseBlocked(keys: readonly ThrottleKey[]): Promise<void> {
    const { database, sessions, clock } = this.parts;
    for (const { key } of keys) {
      const waitMs = blockedForMs(await sessions.failures(database.queries, key), clock.now());
      if (waitMs > 0) throw new TooManyRequests(accessRefusal.signInBlocked, waitMs);
    }
  }

  async count(keys: readonly ThrottleKey[]): Promise<void> {
    const { database, sessions, clock } = this.parts;
    await database.transaction(async (queries) => {
      for (const { key, freeTries } of keys) {
        const known = await sessions.failures(queries, key);
        await sessions.saveFailures(queries, key, afterFailure(known, freeTries, clock.now()));
      }
    });
  }
}
