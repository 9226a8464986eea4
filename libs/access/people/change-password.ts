import type { Reason } from '@koujing/kernel';
import type { AccessParts } from '../access-parts.js';
import type { ChangePasswordInput } from '../access.api.js';
import { GuessGuard, throttleKeys } from '../guess-guard.js';
import { hashPassword, passwordMatches } from '../password.js';
import type { SignedIn } from '../read-session.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { PeopleRegister } from './people-register.sql.js';

const leastKinds = 2;
const kindsOfSigns = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u];

/** Length does more than rules of signs; what is guessed first is the user name, and one sign again and again. */
export const weakReasons = (password: string, username: string): readonly Reason[] => {
  const kinds = kindsOfSigns.filter((kind) => kind.test(password)).length;
  return [
    ...(kinds >= leastKinds && new Set(password).size > password.length / 4
      ? []
      : [accessRefusal.plainPassword]),
    ...(password.toLowerCase().includes(username.toLowerCase()) ? [accessRefusal.passwordHasName] : []),
  ];
};

/** One's own password; with the first one that an administrator gave, the only thing that can be done. */
export class ChangePassword {
  readonly #guard: GuessGuard;

  constructor(private readonly parts: AccessParts & { readonly register: PeopleRegister }) {
    this.#guard = new GuessGuard(parts);
  }

  async perform({ session, actor }: SignedIn, input: ChangePasswordInput, address: string): Promise<void> {
    const { database, people, sessions, register, audit, clock } = this.parts;
    const person = await people.find(database.queries, actor.personId);
    const keys = throttleKeys(person?.username ?? actor.personId, address);
    await this.#guard.refuseBlocked(keys);
    if (person === null || !(await passwordMatches(person.passwordHash, input.password))) {
      await this.#guard.count(keys);
      return refuseIfAny([accessRefusal.wrongPassword]);
    }
    refuseIfAny([
      ...weakReasons(input.newPassword, person.username),
      ...(input.newPassword === input.password ? [accessRefusal.samePassword] : []),
    ]);
    const passwordHash = await hashPassword(input.newPassword);
    await database.transaction(async (queries) => {
      await register.setPassword(queries, person.id, { passwordHash, until: null });
      // Whoever knew the old password may sit in another session.
      await sessions.closeAll(queries, person.id, session.id);
      await sessions.prove(queries, session.id, clock.now());
      await audit.record(queries, {
        ...{ actor: person.id, action: 'person.changePassword', subjectKind: 'person', subjectId: person.id },
      });
    });
  }
}
