import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Conference } from './conference.js';

/**
 * Port: who has to know that a conference was held, in the same transaction. The incident that it belongs to
 * ends its 24-hour clock with it (Art.23); routine duties are counted anew (Art.29).
 */
export interface ConferenceFollower {
  held(queries: Queries, conference: Conference, actor: Actor): Promise<void>;
}
