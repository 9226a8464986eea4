import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { LeaderSpokeInput } from './incident.api.js';
import { organsOf, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayReport } from './visible-incident.js';

/** Art.21: the main leader takes the media's questions first. Kept by post and occasion. */
export class RecordLeader {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayReport(organsOf(incident), actor);
  }

  perform(id: string, spoke: LeaderSpokeInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      if (Date.parse(spoke.at) > this.desk.parts.clock.now().getTime())
        refuseIfAny([incidentRefusal.inFuture('at')]);
      return {
        incident: { ...incident, leaderSpoke: spoke },
        action: 'incident.recordLeader',
        detail: { ...spoke },
      };
    });
  }
}
