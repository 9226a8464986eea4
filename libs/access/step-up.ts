import { Problem, type PersonId, type Reason } from '@koujing/kernel';
import type { StepUpInput } from './access.api.js';
import type { Actor } from './actor.js';
import { ProveCode } from './factor/prove-code.js';
import { GuessGuard, throttleKeys } from './guess-guard.js';
import { renewedSession } from './opened-session.js';
import { passwordMatches } from './password.js';
import type { SignedIn } from './read-session.js';
import { accessRefusal } from './refusal.js';
import { refuseIfAny } from './refuse.js';
import { GRACE_MS } from './session.js';
import type { AccessParts } from './access-parts.js';

/** For what is done to other people's ways in: as long as the rules give the last word on a release (`stepUpMinutes`). */
export const stepUpMinutes = 15;

/**
 * Has this person entered the password within the last minutes? A desk left open is the danger: the last word on a
 * release must be the leader's own. Who acts without a session has proved nothing.
 */
export const stepUpReasons = (actor: Actor, now: Date, minutes: number): readonly Reason[] => {
  const provedAt = actor.provedAt ?? null;
  const fresh = provedAt !== null && now.getTime() - provedAt.getTime() < minutes * 60_000;
  return fresh ? [] : [accessRefusal.stepUpRequired(minutes)];
};

/**
 * The password once more, in the session that is open; of whoever has set up an authenticator, a code of it. A guess
 * counts as one at the door.
 */
export class StepUp {
  readonly #guard: GuessGuard;
  readonly #codes: ProveCode;

  constructor(private readonly parts: AccessParts) {
    this.#guard = new GuessGuard(parts);
    this.#codes = new ProveCode(parts);
  }

  /** The token by which the session goes on; the former one ends within seconds. */
  async perform({ session, actor }: SignedIn, input: StepUpInput, address: string): Promise<string> {
    const { database, sessions, audit, clock } = this.parts;
    await this.#prove(actor.personId, input, address);
    const now = clock.now();
    const renewed = renewedSession(session, now);
    await database.transaction(async (queries) => {
      // Who was signed out meanwhile is not let in again by a password that was typed before.
      if (!(await sessions.endBy(queries, session.id, new Date(now.getTime() + GRACE_MS))))
        throw new Problem('unauthenticated', [accessRefusal.noSession]);
      await sessions.open(queries, renewed.session);
      const subject = { subjectKind: 'person', subjectId: actor.personId };
      await audit.record(queries, { actor: actor.personId, action: 'session.stepUp', ...subject });
    });
    return renewed.token;
  }

  async #prove(personId: PersonId, input: StepUpInput, address: string): Promise<void> {
    const { database, people, factors } = this.parts;
    const person = await people.find(database.queries, personId);
    const keys = throttleKeys(person?.username ?? personId, address);
    if (await factors.isActive(database.queries, personId)) {
      refuseIfAny('code' in input ? [] : [accessRefusal.codeNeeded]);
      return this.#codes.perform(personId, 'code' in input ? input.code : '', keys);
    }
    await this.#guard.refuseBlocked(keys);
    const matches =
      person !== null && 'password' in input && (await passwordMatches(person.passwordHash, input.password));
    if (matches) return;
    await this.#guard.count(keys);
    refuseIfAny([accessRefusal.wrongPassword]);
  }
}
