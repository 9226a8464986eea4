import type { AccessPolicy } from '../access-parts.js';
import type { Grant } from '../actor.js';

/** One of these roles is held with a second factor only. Said role by role: nothing follows from what a role includes. */
export const needsFactor = (
  { secondFactor }: AccessPolicy,
  grants: readonly Pick<Grant, 'role'>[],
): boolean => grants.some(({ role }) => secondFactor.includes(role));
