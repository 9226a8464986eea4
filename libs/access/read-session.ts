import { civilTime, digestOf, Problem } from '@koujing/kernel';
import { timingSafeEqual } from 'node:crypto';
import type { SessionView } from './access.api.js';
import type { Actor } from './actor.js';
import { breakGlassId } from './emergency/break-glass.js';
import { needsFactor } from './factor/needs-factor.js';
import { accessRefusal } from './refusal.js';
import { isOver, TOUCH_MS, type Session } from './session.js';
import type { AccessParts } from './access-parts.js';
import { visibilityOf } from './visibility.js';

/** The person behind a cookie, as of now. */
export interface SignedIn {
  readonly session: Session;
  readonly actor: Actor;
  /** Signed in with a first password, which must be changed before anything else. */
  readonly mustChangePassword: boolean;
  /** A role asks for a second factor that is not set up yet, which must be done before anything else. */
  readonly mustSetUpFactor: boolean;
}

/** Turns the cookie's token into an actor; every request passes here. */
export class ReadSession {
  constructor(private readonly parts: AccessParts) {}

  /** @throws Problem `unauthenticated` if there is no session in force behind the token. */
  async signedIn(token: string | undefined): Promise<SignedIn> {
    const { database, people, sessions, factors, policy, clock } = this.parts;
    const now = clock.now();
    const session = token === undefined ? null : await sessions.find(database.queries, digestOf(token));
    if (session === null || isOver(session, now))
      throw new Problem('unauthenticated', [accessRefusal.noSession]);
    const person = await people.find(database.queries, session.personId);
    if (person === null || person.disabled) throw new Problem('unauthenticated', [accessRefusal.noSession]);
    if (now.getTime() - session.seenAt.getTime() > TOUCH_MS)
      await sessions.touch(database.queries, session.id, now);
    const grants = await people.grants(database.queries, person.id);
    return {
      session,
      actor: { personId: person.id, name: person.name, grants, provedAt: session.provedAt },
      mustChangePassword: (person.firstPasswordUntil ?? null) !== null && !session.byOrganAccount,
      mustSetUpFactor:
        person.id !== breakGlassId &&
        !session.factorElsewhere &&
        needsFactor(policy, grants) &&
        !(await factors.isActive(database.queries, person.id)),
    };
  }

  /** @throws Problem `forbidden` if a write does not carry the session's CSRF token. */
  requireCsrf(session: Session, presented: string | undefined): void {
    const expected = Buffer.from(session.csrf);
    const given = Buffer.from(presented ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new Problem('forbidden', [accessRefusal.csrfMissing]);
  }

  async view({ session, actor, mustChangePassword, mustSetUpFactor }: SignedIn): Promise<SessionView> {
    const { database, people, factors } = this.parts;
    const person = await people.find(database.queries, actor.personId);
    const grants = await people.grants(database.queries, actor.personId);
    return {
      person: {
        id: actor.personId,
        username: person?.username ?? '',
        name: actor.name,
        email: person?.email ?? '',
      },
      roles: grants.map(({ role, organId, organName }) => ({ role, organId, organName })),
      seesAll: visibilityOf(actor).all,
      csrf: session.csrf,
      mustChangePassword,
      mustSetUpFactor,
      secondFactor: await factors.isActive(database.queries, actor.personId),
      expiresAt: civilTime(session.expiresAt),
    };
  }

  /** The session that a browser was in before it signed in anew. */
  async closeBehind(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.parts.sessions.close(this.parts.database.queries, digestOf(token));
  }

  /** Signed out from there, on record. */
  async close({ id, personId }: Session, address: string): Promise<void> {
    const { database, sessions, audit } = this.parts;
    await database.transaction(async (queries) => {
      await sessions.close(queries, id);
      await audit.record(queries, {
        ...{ actor: personId, action: 'session.close', subjectKind: 'person', subjectId: personId },
        detail: { address },
      });
    });
  }
}
