import type { PersonId, Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { actorNow, heldPerson } from '../people/people-parts.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { entryReasons, otherReasons } from '../people/person-reasons.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { actsAlone, type ChangeParts, type ProposeChange } from './propose-change.js';

type Known = Pick<KeptPerson, 'id' | 'disabled' | 'grants'>;

/** For whoever has lost the phone and the recovery codes: their authenticator is forgotten, once two administrators say so. */
export class ResetFactor {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(person: Known, hasFactor: boolean, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...otherReasons(actor, person.id),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
      ...(hasFactor ? [] : [accessRefusal.hasNoFactor]),
    ];
  }

  async perform(id: PersonId, reason: string, by: Actor): Promise<{ readonly waiting: boolean }> {
    const { database, factors, sessions, audit, policy } = this.parts;
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasons(person, await factors.isActive(queries, id), actor));
      const alone = actsAlone(policy, actor);
      if (alone) {
        await factors.remove(queries, id);
        await sessions.closeAll(queries, id);
      } else {
        const proposed = {
          personId: id,
          name: person.name,
          kind: 'resetFactor',
          grants: [],
          reason,
        } as const;
        await this.propose.perform(queries, proposed, actor);
      }
      await audit.record(queries, {
        ...{ actor: actor.personId, action: alone ? 'person.resetFactor' : 'person.proposeChange' },
        ...{ subjectKind: 'person', subjectId: id },
        detail: { kind: 'resetFactor', reason, ...(alone ? { alone: true } : {}) },
      });
      return { waiting: !alone };
    });
  }
}
