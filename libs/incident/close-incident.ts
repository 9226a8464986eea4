import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { CloseIncidentInput } from './incident.api.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { watchUntil } from './watch-window.js';
import { mayDecide } from './visible-incident.js';

/** It is dealt with: its clocks are cancelled and its matter is closed. What was overdue stays in the record. */
export class CloseIncident {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayDecide(incident, actor);
  }

  perform(id: string, { reason, withinWatchWindow }: CloseIncidentInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      const { clock, rules } = this.desk.parts;
      refuseIfAny(this.reasons(incident, actor));
      const { at, article } = watchUntil(incident, rules);
      if (clock.now().getTime() < at.getTime() && !withinWatchWindow)
        refuseIfAny([incidentRefusal.watchWindow(at, article)]);
      return {
        incident: { ...incident, state: 'closed', closedAt: clock.now(), closedReason: reason },
        action: 'incident.close',
        detail: { reason, withinWatchWindow },
      };
    });
  }
}
