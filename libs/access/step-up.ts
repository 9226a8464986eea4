import type { Reason } from '@koujing/kernel';
import type { Actor } from './actor.js';
import { GuessGuard, throttleKeys } from './guess-guard.js';
import { passwordMatches } from './password.js';
import type { SignedIn } from './read-session.js';
import { accessRefusal } from './refusal.js';
import { refuseIfAny } from './refuse.js';
import type { AccessParts } from './access-parts.js';

/**
 * Has this person entered the password within the last minutes? A desk left open is the danger: the last word on a
 * release must be the leader's own. Who acts without a session has proved nothing.
 */
export const stepUpReasons = (actor: Actor, now: Date, minutes: number): readonly Reason[] => {
  const provedAt = actor.provedAt ?? null;
  const fresh = provedAt !== null && now.getTime() - provedAt.getTime() < minutes * 60_000;
  return fresh ? [] : [accessRefusal.stepUpRequired(minutes)];
};

/** The password once more, in the session that is open; a guess counts as one at the door. */
export class StepUp {
  readonly #guard: GuessGuard;

  constructor(private readonly parts: AccessParts) {
    this.#guard = new GuessGuard(parts);
  }

  async perform({ session, actor }: SignedIn, password: string, address: string): Promise<void> {
    const { database, people, sessions, audit, clock } = this.parts;
    const person = await people.find(database.queries, actor.personId);
    const keys = throttleKeys(person?.username ?? actor.personId, address);
    await this.#guard.refuseBlocked(keys);
    if (person === null || !(await passwordMatches(person.passwordHash, password))) {
      await this.#guard.count(keys);
      refuseIfAny([accessRefusal.wrongPassword]);
    }
    await database.transaction(async (queries) => {
      await sessions.prove(queries, session.id, clock.now());
      const subject = { subjectKind: 'person', subjectId: actor.personId };
      await audit.record(queries, { actor: actor.personId, action: 'session.stepUp', ...subject });
    });
  }
}
