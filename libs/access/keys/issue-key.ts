import type { Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { actsAlone, type ChangeParts, type ProposeChange } from '../four-eyes/propose-change.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { actorNow, heldPerson } from '../people/people-parts.js';
import { entryReasons, keeperReasons, otherReasons } from '../people/person-reasons.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { IssuedKey, IssueKeyInput } from './key.api.js';
import { issueNow } from './new-key.js';

/**
 * A program of an organ gets its way in, in the name of a person whom the administrator keeps. Whoever holds the secret acts
 * as that person, reads what they read and writes what they write: one administrator wants it, another confirms it and is
 * shown the secret.
 */
export class IssueKey {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(actor: Actor): readonly Reason[] {
    return keeperReasons(actor);
  }

  reasonsFor({ id, disabled, grants }: KeptPerson, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, grants),
      ...otherReasons(actor, id),
      ...(disabled ? [accessRefusal.isRetired] : []),
    ];
  }

  /** Null: it waits for another administrator. */
  async perform({ personId, ...wanted }: IssueKeyInput, by: Actor): Promise<IssuedKey | null> {
    refuseIfAny(this.reasons(by));
    const { database, audit, policy } = this.parts;
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, personId);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasonsFor(person, actor));
      const alone = { issuedBy: actor.personId, actor: actor.personId, byTwo: false };
      if (actsAlone(policy, actor)) return issueNow(this.parts, queries, { person, wanted, ...alone });
      const proposed = { personId, name: person.name, kind: 'apiKey', grants: [] } as const;
      await this.propose.perform(queries, { ...proposed, apiKey: wanted, reason: wanted.name }, actor);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.proposeChange', subjectKind: 'person' },
        ...{ subjectId: personId, detail: { kind: 'apiKey', ...wanted } },
      });
      return null;
    });
  }
}
