import { civilTime, newId, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { hashPassword } from '../password.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { firstPasswordMs, newFirstPassword } from './first-password.js';
import type { AddPersonInput, FirstPassword } from './people.api.js';
import { actorNow, type PeopleParts } from './people-parts.js';
import { keeperReasons } from './person-reasons.js';
import { applyGrants, changeReasons } from './roles-of-person.js';

/** A new person with roles and a first password, which is shown to the administrator once. */
export class AddPerson {
  constructor(private readonly parts: PeopleParts) {}

  reasons(actor: Actor): readonly Reason[] {
    return keeperReasons(actor);
  }

  async perform(input: AddPersonInput, by: Actor): Promise<FirstPassword> {
    refuseIfAny(this.reasons(by));
    const { database, register, people, audit, clock } = this.parts;
    const password = newFirstPassword();
    const passwordHash = await hashPassword(password);
    const { username, name, email, phone } = input;
    return database.transaction(async (queries) => {
      await register.lock(queries);
      const actor = await actorNow(this.parts, queries, by);
      const change = { personId: newId(), before: [], after: input.grants };
      refuseIfAny([
        ...this.reasons(actor),
        ...((await people.byUsername(queries, username)) === null
          ? []
          : [accessRefusal.usernameTaken(username)]),
        ...(await changeReasons(this.parts, queries, change, actor)),
      ]);
      const until = new Date(clock.now().getTime() + firstPasswordMs);
      await register.add(queries, {
        ...{ id: change.personId, username, name, email, phone, passwordHash },
        firstPasswordUntil: until,
      });
      const { granted } = await applyGrants(this.parts, queries, change);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.add', subjectKind: 'person', subjectId: change.personId },
        detail: { username, name, email, phone, granted },
      });
      return { username, name, password, until: civilTime(until) };
    });
  }
}
