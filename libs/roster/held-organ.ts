import type { Queries } from '@koujing/database';
import { Problem, type OrganId } from '@koujing/kernel';
import type { OrganStore, RegisteredOrgan } from '@koujing/organ';
import { rosterRefusal } from './refusal.js';

/** The organ, held until the transaction ends: two appointments at once must not both find the post free. */
export const heldOrgan = async (
  organs: OrganStore,
  queries: Queries,
  organId: OrganId,
): Promise<RegisteredOrgan> => {
  const organ = await organs.lock(queries, organId);
  if (organ === null) throw new Problem('notFound', [rosterRefusal.organNotFound]);
  return organ;
};
