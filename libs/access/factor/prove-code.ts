import { Problem, type PersonId } from '@koujing/kernel';
import type { AccessParts } from '../access-parts.js';
import { GuessGuard, type ThrottleKey } from '../guess-guard.js';
import { accessRefusal } from '../refusal.js';
import type { Factor } from './factor-store.sql.js';
import { hashOfCode } from './recovery-code.js';
import { stepOf } from './totp.js';

/**
 * Who guesses codes has the password already, so that here the person counts wherever the guesses come from: ten free
 * ones, of which each hits with three in a million.
 */
export const codeKeys = (personId: PersonId, keys: readonly ThrottleKey[]): readonly ThrottleKey[] => [
  { key: `code:${personId}`, freeTries: 10 },
  ...keys,
];

/** A code of the authenticator, or one of the recovery codes; either is taken once. */
export class ProveCode {
  readonly #guard: GuessGuard;

  constructor(private readonly parts: AccessParts) {
    this.#guard = new GuessGuard(parts);
  }

  /** @throws Problem `tooManyRequests`, or `refused` for a code that is wrong or was taken before. */
  async perform(personId: PersonId, code: string, throttled: readonly ThrottleKey[]): Promise<void> {
    const keys = codeKeys(personId, throttled);
    await this.#guard.refuseBlocked(keys);
    const { database, factors, sessions } = this.parts;
    const factor = await factors.find(database.queries, personId);
    const taken = factor !== null && (await this.#take(personId, code.trim(), factor));
    if (!taken) {
      await this.#guard.count(keys);
      throw new Problem('refused', [accessRefusal.wrongCode], personId);
    }
    await sessions.forgiveFailures(database.queries, `code:${personId}`);
  }

  async #take(personId: PersonId, code: string, factor: Factor): Promise<boolean> {
    const { database, factors, clock } = this.parts;
    if (!/^\d[\d ]*$/u.test(code)) return factor.confirmedAt !== null && this.#takeRecovery(personId, code);
    const step = stepOf(factor.secret(), code.replaceAll(' ', ''), clock.now());
    return step !== null && factors.takeStep(database.queries, personId, step);
  }

  async #takeRecovery(personId: PersonId, code: string): Promise<boolean> {
    const { database, factors, audit, clock } = this.parts;
    const hash = await hashOfCode(await factors.unusedCodes(database.queries, personId), code);
    if (hash === null) return false;
    return database.transaction(async (queries) => {
      if (!(await factors.useCode(queries, personId, { hash, at: clock.now() }))) return false;
      await audit.record(queries, {
        ...{ actor: personId, action: 'session.recoveryCode', subjectKind: 'person', subjectId: personId },
        detail: { left: await factors.codesLeft(queries, personId) },
      });
      return true;
    });
  }
}
