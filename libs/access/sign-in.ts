import { randomBytes } from 'node:crypto';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { digestOf, Problem, type Clock } from '@koujing/kernel';
import type { SignIn as Credentials } from './access.api.js';
import { afterFailure, blockedForMs, FREE_TRIES } from './login-throttle.js';
import { hashPassword, passwordMatches } from './password.js';
import type { Person } from './person.js';
import type { PersonStore } from './person-store.sql.js';
import { accessRefusal } from './refusal.js';
import { ABSOLUTE_MS, type Session } from './session.js';
import type { SessionStore } from './session-store.sql.js';

/** A session just opened; the token goes into the cookie and is kept nowhere. */
export interface OpenedSession {
  readonly token: string;
  readonly session: Session;
}

export interface AccessParts {
  readonly database: Database;
  readonly people: PersonStore;
  readonly sessions: SessionStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** Opens a session, or says no without telling whether the name or the password was wrong. */
export class SignIn {
  /** Compared against when the name is unknown, so that the time taken tells nothing. */
  readonly #nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly parts: AccessParts) {}

  async perform(credentials: Credentials, address: string): Promise<OpenedSession> {
    const keys = throttleKeys(credentials.username, address);
    await this.refuseBlocked(keys);
    const { database, people } = this.parts;
    const person = await people.byUsername(database.queries, credentials.username);
    const matches = await passwordMatches(person?.passwordHash ?? (await this.#nobody), credentials.password);
    if (person === null || person.disabled || !matches) {
      await this.countFailure(keys);
      throw new Problem('unauthenticated', [accessRefusal.signInFailed]);
    }
    return this.open(person, keys);
  }

  private async open(person: Person, keys: readonly ThrottleKey[]): Promise<OpenedSession> {
    const { database, sessions, audit, clock } = this.parts;
    const now = clock.now();
    const token = randomBytes(32).toString('base64url');
    const session: Session = {
      id: digestOf(token),
      personId: person.id,
      csrf: randomBytes(24).toString('base64url'),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
    };
    await database.transaction(async (queries) => {
      await sessions.sweep(queries, now);
      await sessions.open(queries, session);
      // Only the person's own count: one good password must not wash an address that guesses at others.
      if (keys[0] !== undefined) await sessions.forgiveFailures(queries, keys[0].key);
      await audit.record(queries, {
        actor: person.id,
        action: 'session.open',
        subjectKind: 'person',
        subjectId: person.id,
      });
    });
    return { token, session };
  }

  private async refuseBlocked(keys: readonly ThrottleKey[]): Promise<void> {
    const { database, sessions, clock } = this.parts;
    for (const { key } of keys) {
      const waitMs = blockedForMs(await sessions.failures(database.queries, key), clock.now());
      if (waitMs > 0)
        throw new Problem('tooManyRequests', [accessRefusal.signInBlocked(Math.ceil(waitMs / 1_000))]);
    }
  }

  private async countFailure(keys: readonly ThrottleKey[]): Promise<void> {
    const { database, sessions, clock } = this.parts;
    await database.transaction(async (queries) => {
      for (const { key, freeTries } of keys) {
        const known = await sessions.failures(queries, key);
        await sessions.saveFailures(queries, key, afterFailure(known, freeTries, clock.now()));
      }
    });
  }
}

interface ThrottleKey {
  readonly key: string;
  readonly freeTries: number;
}

const throttleKeys = (username: string, address: string): readonly ThrottleKey[] => [
  { key: `person:${username}@${address}`, freeTries: FREE_TRIES.personAtAddress },
  { key: `address:${address}`, freeTries: FREE_TRIES.address },
];
