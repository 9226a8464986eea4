import type { PersonId, Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { isGuarded } from '../four-eyes/powerful-roles.js';
import { actsAlone, type ChangeParts, type ProposeChange } from '../four-eyes/propose-change.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { giveNow, makePassword } from './new-password.js';
import type { KeptPerson } from './people-register.sql.js';
import type { PasswordReset } from './people.api.js';
import { actorNow, heldPerson } from './people-parts.js';
import { entryReasons, otherReasons } from './person-reasons.js';

/**
 * A first password for somebody who cannot sign in any more; every session of theirs ends. Whoever knows it can act as
 * them: where that is, or is about to be, more than writing and being asked, another administrator confirms it, and is the
 * one who is shown it.
 */
export class ResetPassword {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(person: Pick<KeptPerson, 'id' | 'disabled' | 'grants'>, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...otherReasons(actor, person.id),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
    ];
  }

  async perform(id: PersonId, reason: string, by: Actor): Promise<PasswordReset> {
    const { database, changes, audit, policy } = this.parts;
    const made = await makePassword();
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasons(person, actor));
      const powerful = await isGuarded(changes, queries, person);
      const alone = actsAlone(policy, actor);
      const waiting = powerful && !alone;
      const proposed = {
        personId: id,
        name: person.name,
        kind: 'resetPassword',
        grants: [],
        reason,
      } as const;
      if (waiting) await this.propose.perform(queries, proposed, actor);
      const password = waiting ? null : await giveNow(this.parts, queries, person, { ...made, byTwo: false });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: waiting ? 'person.proposeChange' : 'person.resetPassword' },
        ...{ subjectKind: 'person', subjectId: id },
        detail: {
          ...(waiting ? { kind: 'resetPassword' } : {}),
          ...{ reason, ...(powerful && alone ? { alone: true } : {}) },
        },
      });
      return { password };
    });
  }
}
