import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { MatterInput } from './matter.api.js';
import type { MatterParts } from './matter-parts.js';
import { matterRefusal } from './refusal.js';

/** Organs must be registered, and the clock must run forward. */
export const matterReasons = async (
  { organs }: Pick<MatterParts, 'organs'>,
  queries: Queries,
  input: Omit<MatterInput, 'openedAt'>,
  openedAt: Date,
): Promise<readonly Reason[]> => {
  const known = new Set((await organs.all(queries)).map((organ) => organ.id));
  return [
    ...(known.has(input.ownerOrganId)
      ? []
      : [matterRefusal.unknownOrgan(input.ownerOrganId, 'ownerOrganId')]),
    ...input.concernedOrganIds
      .filter((id) => !known.has(id))
      .map((id) => matterRefusal.unknownOrgan(id, 'concernedOrganIds')),
    ...(input.dueAt !== null && Date.parse(input.dueAt) <= openedAt.getTime()
      ? [matterRefusal.dueBeforeOpened]
      : []),
  ];
};
