import { randomBytes } from 'node:crypto';
import { Problem } from '@koujing/kernel';
import type { SignIn as Credentials } from './access.api.js';
import type { AccessParts } from './access-parts.js';
import { GuessGuard, throttleKeys, type ThrottleKey } from './guess-guard.js';
import { BREAK_GLASS_MS, breakGlassId } from './emergency/break-glass.js';
import { OpenBreakGlass, type OpenParts } from './emergency/open-break-glass.js';
import { ProveCode } from './factor/prove-code.js';
import { newSession, type OpenedSession } from './opened-session.js';
import { hashPassword, passwordMatches } from './password.js';
import type { Person } from './person.js';
import { accessRefusal } from './refusal.js';
import { ABSOLUTE_MS, type From } from './session.js';

/** Opens a session, or says no without telling whether the name or the password was wrong. */
export class SignIn {
  /** Compared against when the name is unknown, so that the time taken tells nothing. */
  readonly #guard: GuessGuard;
  readonly #codes: ProveCode;
  readonly #glass: OpenBreakGlass;
  readonly #nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly parts: AccessParts & OpenParts) {
    this.#guard = new GuessGuard(parts);
    this.#codes = new ProveCode(parts);
    this.#glass = new OpenBreakGlass(parts);
  }

  async perform(credentials: Credentials, from: From): Promise<OpenedSession> {
    const keys = throttleKeys(credentials.username, from.address);
    await this.#guard.refuseBlocked(keys);
    const { database, people } = this.parts;
    const person = await people.byUsername(database.queries, credentials.username);
    const matches = await passwordMatches(person?.passwordHash ?? (await this.#nobody), credentials.password);
    const sealed = person?.id === breakGlassId && (await this.#glass.isSealed());
    if (person === null || (person.disabled && !sealed) || !matches) {
      await this.#guard.count(keys);
      throw new Problem('unauthenticated', [accessRefusal.signInFailed], person?.id ?? null);
    }
    if (sealed) return this.#break(person, credentials.reason ?? '', from);
    const until = person.firstPasswordUntil ?? null;
    if (until !== null && until <= this.parts.clock.now())
      throw new Problem('unauthenticated', [accessRefusal.firstPasswordOver], person.id);
    if (await this.parts.factors.isActive(database.queries, person.id)) {
      const code = credentials.code ?? '';
      if (code === '') throw new Problem('unauthenticated', [accessRefusal.codeNeeded]);
      await this.#codes.perform(person.id, code, keys);
    }
    return this.#open(person, from, keys);
  }

  /** @throws Problem `unauthenticated` without a reason: the seal stays whole. */
  async #break(person: Person, reason: string, from: From): Promise<OpenedSession> {
    if (reason === '') throw new Problem('unauthenticated', [accessRefusal.breakGlassReason]);
    const { database, sessions, clock } = this.parts;
    const opened = newSession(person.id, from, { now: clock.now(), forMs: BREAK_GLASS_MS });
    const passwordHash = await this.#glass.nothingOpens();
    await database.transaction(async (queries) => {
      await this.#glass.perform(queries, person, { reason, from, passwordHash });
      await sessions.open(queries, opened.session);
    });
    return opened;
  }

  async #open(person: Person, from: From, keys: readonly ThrottleKey[]): Promise<OpenedSession> {
    const { database, sessions, audit, clock } = this.parts;
    const now = clock.now();
    const opened = newSession(person.id, from, { now, forMs: ABSOLUTE_MS });
    await database.transaction(async (queries) => {
      await sessions.sweep(queries, now);
      await sessions.open(queries, opened.session);
      // Only the person's own count: one good password must not wash an address that guesses at others.
      if (keys[0] !== undefined) await sessions.forgiveFailures(queries, keys[0].key);
      await audit.record(queries, {
        ...{ actor: person.id, action: 'session.open', subjectKind: 'person', subjectId: person.id },
        detail: { address: from.address },
      });
    });
    return opened;
  }
}
