import { Problem, type Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AccessParts } from '../access-parts.js';
import type { ChangePasswordInput } from '../access.api.js';
import { GuessGuard, throttleKeys } from '../guess-guard.js';
import { renewedSession } from '../opened-session.js';
import { hashPassword, passwordMatches } from '../password.js';
import type { SignedIn } from '../read-session.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { isGuessable } from './guessable.js';
import type { PeopleRegister } from './people-register.sql.js';

/** Length does more than rules of signs; what is guessed first is the user name, common words and runs of keys. */
const weakReasons = (
  password: string,
  username: string,
  { common, own }: { readonly common: ReadonlySet<string>; readonly own: readonly string[] },
): readonly Reason[] => [
  ...(isGuessable(password, own) || common.has(password.normalize('NFKC').toLowerCase())
    ? [accessRefusal.plainPassword]
    : []),
  ...(password.toLowerCase().includes(username.toLowerCase()) ? [accessRefusal.passwordHasName] : []),
];

/** One's own password; with the first one that an administrator gave, the only thing that can be done. */
export class ChangePassword {
  readonly #guard: GuessGuard;

  constructor(
    private readonly parts: AccessParts & {
      readonly register: PeopleRegister;
      /** The city's own list of what is not taken, in small letters (NFKC). */
      readonly commonPasswords?: ReadonlySet<string>;
      readonly organs: OrganStore;
      /** What this city and its sites are called. */
      readonly cityNames?: readonly string[];
    },
  ) {
    this.#guard = new GuessGuard(parts);
  }

  /** What whoever knows the office would try next: organs and places. */
  async #ownWords(): Promise<readonly string[]> {
    const { database, organs, cityNames = [] } = this.parts;
    const all = await organs.all(database.queries);
    const names = all.flatMap(({ name, shortName, aliases, area }) => [name, shortName, ...aliases, area]);
    return [...cityNames, ...names];
  }

  /** The token by which the session goes on: every other one of the person ends at once. */
  async perform({ session, actor }: SignedIn, input: ChangePasswordInput, address: string): Promise<string> {
    const { database, people, sessions, register, audit, clock, commonPasswords = new Set() } = this.parts;
    const person = await people.find(database.queries, actor.personId);
    const keys = throttleKeys(person?.username ?? actor.personId, address);
    await this.#guard.refuseBlocked(keys);
    if (person === null || !(await passwordMatches(person.passwordHash, input.password))) {
      await this.#guard.count(keys);
      throw new Problem('refused', [accessRefusal.wrongPassword]);
    }
    refuseIfAny([
      ...weakReasons(input.newPassword, person.username, {
        common: commonPasswords,
        own: await this.#ownWords(),
      }),
      ...(input.newPassword === input.password ? [accessRefusal.samePassword] : []),
    ]);
    const passwordHash = await hashPassword(input.newPassword);
    const renewed = renewedSession(session, clock.now());
    await database.transaction(async (queries) => {
      await register.setPassword(queries, person.id, { passwordHash, until: null });
      if (!(await sessions.closeOf(queries, person.id, session.id)))
        throw new Problem('unauthenticated', [accessRefusal.noSession]);
      // Whoever knew the old password may sit in another session.
      await sessions.closeAll(queries, person.id);
      await sessions.open(queries, renewed.session);
      await audit.record(queries, {
        ...{ actor: person.id, action: 'person.changePassword', subjectKind: 'person', subjectId: person.id },
      });
    });
    return renewed.token;
  }
}
