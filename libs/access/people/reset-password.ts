import { civilTime, type PersonId, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { hashPassword } from '../password.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { firstPasswordMs, newFirstPassword } from './first-password.js';
import type { KeptPerson } from './people-register.sql.js';
import type { FirstPassword } from './people.api.js';
import { actorNow, heldPerson, type PeopleParts } from './people-parts.js';
import { entryReasons, otherReasons } from './person-reasons.js';

/** A first password for somebody who cannot sign in any more; every session of theirs ends. */
export class ResetPassword {
  constructor(private readonly parts: PeopleParts) {}

  reasons(person: Pick<KeptPerson, 'id' | 'disabled' | 'grants'>, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...otherReasons(actor, person.id),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
    ];
  }

  async perform(id: PersonId, reason: string, by: Actor): Promise<FirstPassword> {
    const { database, register, sessions, audit, clock } = this.parts;
    const password = newFirstPassword();
    const passwordHash = await hashPassword(password);
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasons(person, actor));
      const until = new Date(clock.now().getTime() + firstPasswordMs);
      await register.setPassword(queries, id, { passwordHash, until });
      await sessions.closeAll(queries, id);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.resetPassword', subjectKind: 'person', subjectId: id },
        detail: { reason },
      });
      return { username: person.username, name: person.name, password, until: civilTime(until) };
    });
  }
}
