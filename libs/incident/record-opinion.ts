import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { OpinionInput } from './incident.api.js';
import { organsOf, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayReport } from './visible-incident.js';

/** 已经形成重大网络舆情: at once for social-security events (Art.25), within 48 hours for others (国办发〔2016〕61号). */
export class RecordOpinion {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    if (incident.state === 'closed') return [incidentRefusal.closed];
    return [
      ...mayReport(organsOf(incident), actor),
      ...(incident.opinionFormedAt === null ? [] : [incidentRefusal.opinionKnown]),
    ];
  }

  perform(id: string, { formedAt, reason }: OpinionInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      const at = new Date(formedAt);
      if (at.getTime() < incident.occurredAt.getTime()) refuseIfAny([incidentRefusal.opinionTooEarly]);
      if (at.getTime() > this.desk.parts.clock.now().getTime())
        refuseIfAny([incidentRefusal.inFuture('formedAt')]);
      return {
        incident: { ...incident, opinionFormedAt: at },
        action: 'incident.recordOpinion',
        detail: { formedAt, reason },
      };
    });
  }
}
