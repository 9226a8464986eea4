import { civilTime, digestOf, newId, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { actorNow, heldPerson, type PeopleParts } from '../people/people-parts.js';
import { entryReasons, keeperReasons, otherReasons } from '../people/person-reasons.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { hintOf, newSecret } from './api-key.js';
import type { IssuedKey, IssueKeyInput } from './key.api.js';
import type { KeyStore } from './key-store.sql.js';

export interface KeyParts extends PeopleParts {
  readonly keys: KeyStore;
}

const DAY_MS = 86_400_000;

/** A program of an organ gets its way in, in the name of a person whom the administrator keeps. */
export class IssueKey {
  constructor(private readonly parts: KeyParts) {}

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

  /** The secret is in the answer and nowhere else. */
  async perform({ personId, name, scopes, days }: IssueKeyInput, by: Actor): Promise<IssuedKey> {
    refuseIfAny(this.reasons(by));
    const { database, keys, audit, clock } = this.parts;
    const secret = newSecret();
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, personId);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(this.reasonsFor(person, actor));
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + days * DAY_MS);
      const id = newId();
      await keys.add(queries, {
        ...{ id, personId, name, scopes: [...new Set(scopes)], hint: hintOf(secret) },
        ...{ secretDigest: digestOf(secret), issuedBy: actor.personId, issuedAt: now, expiresAt },
        ...{ usedAt: null, revokedAt: null },
      });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'apiKey.issue', subjectKind: 'apiKey', subjectId: id },
        detail: { name, person: person.username, scopes, until: civilTime(expiresAt) },
      });
      return { id, secret, expiresAt: civilTime(expiresAt) };
    });
  }
}
