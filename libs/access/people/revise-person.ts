import { Problem, type PersonId, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { stepUpMinutes, stepUpReasons } from '../step-up.js';
import type { KeptPerson } from './people-register.sql.js';
import type { RevisePersonInput } from './people.api.js';
import { aloneDetail, waitingOf, type ChangeParts, type ProposeChange } from '../four-eyes/propose-change.js';
import { actorNow, heldPerson } from './people-parts.js';
import { entryReasons, grantChanges, sameGrant } from './person-reasons.js';
import { applyGrants, changeReasons } from './roles-of-person.js';

/** Name, contact and roles. One's own name and contact, yes; one's own roles, never. */
export class RevisePerson {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(person: Pick<KeptPerson, 'disabled' | 'grants'>, actor: Actor): readonly Reason[] {
    const missing = entryReasons(actor, person.grants);
    return missing.length === 0 && person.disabled ? [accessRefusal.isRetired] : missing;
  }

  async perform(id: PersonId, input: RevisePersonInput, by: Actor): Promise<{ readonly waiting: boolean }> {
    const { database, register, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const before = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      const change = { personId: id, before: before.grants, after: input.grants };
      refuseIfAny([
        ...this.reasons(before, actor),
        ...(await changeReasons(this.parts, queries, change, actor)),
      ]);
      if (before.revision !== input.expectedRevision)
        throw new Problem('stale', [accessRefusal.stalePerson(before.revision)]);
      const { name, email, phone, reason } = input;
      // Where messages about the account go: a desk left open must not turn them elsewhere.
      if (email !== before.email || phone !== before.phone)
        refuseIfAny(stepUpReasons(by, clock.now(), stepUpMinutes));
      await register.revise(queries, { id, name, email, phone });
      const waiting = waitingOf(this.parts, actor, grantChanges(change.before, change.after).granted);
      const after = input.grants.filter((grant) => !waiting.some((each) => sameGrant(each, grant)));
      const { granted, revoked } = await applyGrants(this.parts, queries, { ...change, after });
      if (waiting.length > 0)
        await this.propose.perform(
          queries,
          { personId: id, name, kind: 'grants', grants: waiting, reason },
          actor,
        );
      const told = (grants: readonly { readonly role: string; readonly organId: string | null }[]) =>
        grants.map(({ role, organId }) => ({ role, organId }));
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.revise', subjectKind: 'person', subjectId: id },
        detail: {
          reason,
          from: { name: before.name, email: before.email, phone: before.phone },
          to: { name, email, phone },
          ...{ granted: told(granted), revoked: told(revoked), ...aloneDetail(this.parts, actor, granted) },
          ...(waiting.length === 0 ? {} : { proposed: told(waiting) }),
        },
      });
      return { waiting: waiting.length > 0 };
    });
  }
}
