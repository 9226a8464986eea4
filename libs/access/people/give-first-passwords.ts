import { Problem } from '@koujing/kernel';
import { breakGlassId } from '../emergency/break-glass.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { giveNow, makePassword, type MadePassword } from './new-password.js';
import type { PeopleParts } from './people-parts.js';
import type { FirstPassword } from './people.api.js';

type GiveParts = Pick<PeopleParts, 'database' | 'people' | 'register' | 'sessions' | 'audit' | 'clock'>;

/** The operator, on the machine, gives persons a first password each, as when no administrator can get in. */
export class GiveFirstPasswords {
  constructor(private readonly parts: GiveParts) {}

  /** All or none. @throws Problem `notFound`, or `refused` for somebody who is retired */
  async perform(usernames: readonly string[]): Promise<readonly FirstPassword[]> {
    const { database, people, register, audit } = this.parts;
    const made: (MadePassword & { readonly username: string })[] = [];
    for (const username of new Set(usernames)) made.push({ username, ...(await makePassword()) });
    return database.transaction(async (queries) => {
      await register.lock(queries);
      const given: FirstPassword[] = [];
      for (const { username, ...password } of made) {
        const person = await people.byUsername(queries, username);
        if (person === null || person.id === breakGlassId)
          throw new Problem('notFound', [accessRefusal.personNotFound]);
        refuseIfAny(person.disabled ? [accessRefusal.isRetired] : []);
        given.push(await giveNow(this.parts, queries, person, { ...password, byTwo: false }));
        await audit.record(queries, {
          ...{ actor: 'system:operator', action: 'person.resetPassword' },
          ...{ subjectKind: 'person', subjectId: person.id },
        });
      }
      return given;
    });
  }
}
