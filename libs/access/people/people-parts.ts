import type { Queries } from '@koujing/database';
import { Problem, type PersonId } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { AccessParts } from '../access-parts.js';
import type { Actor } from '../actor.js';
import { accessRefusal } from '../refusal.js';
import type { KeptPerson, PeopleRegister } from './people-register.sql.js';

/** Writes a message to persons in the transaction that causes it. */
export interface Notices {
  notify(
    queries: Queries,
    notice: {
      readonly personIds: readonly PersonId[];
      readonly kind: string;
      readonly key: string;
      readonly subject: string;
      readonly html: string;
      readonly text: string;
      readonly link: string;
    },
  ): Promise<void>;
}

export interface PeopleParts extends AccessParts {
  readonly notifier: Notices;
  readonly register: PeopleRegister;
  readonly organs: OrganStore;
}

/** The actor as of now: whoever was retired or lost the role while waiting for the lock acts no more. */
export const actorNow = async ({ people }: PeopleParts, queries: Queries, actor: Actor): Promise<Actor> => {
  const now = await people.actor(queries, actor.personId);
  if (now === null) throw new Problem('unauthenticated', [accessRefusal.noSession]);
  return now;
};

export const heldPerson = async (
  { register }: PeopleParts,
  queries: Queries,
  id: PersonId,
): Promise<KeptPerson> => {
  await register.lock(queries);
  const person = await register.find(queries, id);
  if (person === null) throw new Problem('notFound', [accessRefusal.personNotFound]);
  return person;
};
