import type { Queries } from '@koujing/database';
import type { PersonId, Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { KeptPerson } from './people-register.sql.js';
import { actorNow, heldPerson, type PeopleParts } from './people-parts.js';
import { entryReasons, otherReasons } from './person-reasons.js';

type Known = Pick<KeptPerson, 'id' | 'disabled' | 'grants'>;

/** Whoever has left signs in no more; nobody is ever deleted, since the record speaks of them (Art.41). */
export class RetirePerson {
  constructor(private readonly parts: PeopleParts) {}

  reasons(person: Known, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...otherReasons(actor, person.id),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
    ];
  }

  restoreReasons(person: Known, actor: Actor): readonly Reason[] {
    return [...entryReasons(actor, person.grants), ...(person.disabled ? [] : [accessRefusal.isNotRetired])];
  }

  retire(id: PersonId, reason: string, by: Actor): Promise<void> {
    return this.#set(id, reason, { by, retire: true });
  }

  restore(id: PersonId, reason: string, by: Actor): Promise<void> {
    return this.#set(id, reason, { by, retire: false });
  }

  /** Somebody else may lead the organ by now (Art.5(6)). */
  async #ledMeanwhile(queries: Queries, { id, grants }: Known): Promise<readonly Reason[]> {
    const led = grants.flatMap(({ role, organId }) =>
      role === 'principalLeader' && organId !== null ? [organId] : [],
    );
    const others = await this.parts.register.organsLedBy(queries, led, id);
    return others.map(({ organ, leader }) => accessRefusal.leaderTaken(organ, leader));
  }

  #set(
    id: PersonId,
    reason: string,
    { by, retire }: { readonly by: Actor; readonly retire: boolean },
  ): Promise<void> {
    const { database, register, sessions, audit } = this.parts;
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(
        retire
          ? this.reasons(person, actor)
          : [...this.restoreReasons(person, actor), ...(await this.#ledMeanwhile(queries, person))],
      );
      await register.setRetired(queries, id, retire);
      if (retire) await sessions.closeAll(queries, id);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: retire ? 'person.retire' : 'person.restore' },
        ...{ subjectKind: 'person', subjectId: id, detail: { reason } },
      });
    });
  }
}
