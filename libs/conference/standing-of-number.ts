import type { PublicConference } from './conference-view.api.js';
import type { Conference } from './conference.js';

/** What a number stands for now, that of this approval or of a former one (Art.40). */
export const standingOfNumber = (
  { state }: Pick<Conference, 'state'>,
  voided: boolean,
): PublicConference['status'] => {
  if (state === 'cancelled') return 'cancelled';
  if (voided) return 'voided';
  return state === 'held' || state === 'evaluated' ? 'held' : 'approved';
};
