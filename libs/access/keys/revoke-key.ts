import { Problem, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { actorNow, heldPerson, type PeopleParts } from '../people/people-parts.js';
import { entryReasons } from '../people/person-reasons.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { ApiKey } from './api-key.js';
import type { KeyStore } from './key-store.sql.js';

/** At once: the next request with the key is refused. Whoever it acts for may do it too. */
export class RevokeKey {
  constructor(private readonly parts: PeopleParts & { readonly keys: KeyStore }) {}

  reasons({ revokedAt }: ApiKey, person: KeptPerson, actor: Actor): readonly Reason[] {
    return [
      ...(actor.personId === person.id ? [] : entryReasons(actor, person.grants)),
      ...(revokedAt === null ? [] : [accessRefusal.keyRevoked]),
    ];
  }

  async perform(id: string, reason: string, by: Actor): Promise<void> {
    const { database, keys, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const key = await keys.held(queries, id);
      if (key === null) throw new Problem('notFound', [accessRefusal.keyNotFound]);
      const person = await heldPerson(this.parts, queries, key.personId);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasons(key, person, actor));
      await keys.revoke(queries, id, clock.now());
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'apiKey.revoke', subjectKind: 'apiKey', subjectId: id },
        detail: { name: key.name, person: person.username, reason },
      });
    });
  }
}
