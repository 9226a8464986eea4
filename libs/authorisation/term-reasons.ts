import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { OrganId, PersonId, Reason } from '@koujing/kernel';
import { authorisationRefusal } from './refusal.js';

const dayMs = 24 * 3_600_000;

/** What is wrong with a term that someone wants to give. */
export const termReasons = (
  { from, to }: { readonly from: Date; readonly to: Date },
  now: Date,
  longestDays: number,
): readonly Reason[] => {
  if (to <= from) return [authorisationRefusal.endsBeforeStart];
  return [
    ...(to <= now ? [authorisationRefusal.endsInPast] : []),
    ...(to.getTime() - from.getTime() > longestDays * dayMs
      ? [authorisationRefusal.tooLong(longestDays)]
      : []),
  ];
};

/** Does this person serve in the organ, with an account that opens? */
export const servesIn = async (
  people: PersonStore,
  queries: Queries,
  personId: PersonId,
  organId: OrganId,
): Promise<boolean> => {
  const actor = await people.actor(queries, personId);
  return actor !== null && actor.grants.some((grant) => grant.organId === organId);
};
