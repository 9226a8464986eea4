import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { ConfirmLevelInput } from './incident.api.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** A person answers for the level; the figures only suggest it. Organ and clocks follow at once. */
export class ConfirmLevel {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayDecide(incident, actor);
  }

  perform(id: string, { level, reason }: ConfirmLevelInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      if (incident.level === level) refuseIfAny([incidentRefusal.sameLevel]);
      // A level once raised may let the city's own necessity fall away; it is asked anew if it comes down again.
      const necessity = level === 'larger' ? incident.necessity : null;
      return {
        incident: { ...incident, level, levelReason: reason, necessity },
        action: 'incident.confirmLevel',
        detail: { from: incident.level, to: level, suggested: incident.suggestedLevel, reason },
      };
    });
  }
}
