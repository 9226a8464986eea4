import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { IncidentClocks } from '@koujing/incident';
import type { ConferenceFollower } from './conference-follower.js';
import type { Conference } from './conference.js';

/** The incident that a conference was held on has had the one that Art.23 demands within 24 hours. */
export class TellIncident implements ConferenceFollower {
  constructor(private readonly clocks: Pick<IncidentClocks, 'conferenceHeld'>) {}

  async held(queries: Queries, { incidentId, heldAt }: Conference, { personId }: Actor): Promise<void> {
    if (incidentId === null || heldAt === null) return;
    await this.clocks.conferenceHeld(queries, incidentId, { at: heldAt, actor: personId });
  }
}
