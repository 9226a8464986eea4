import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { staffRoles } from './set-up-headquarters.js';
import { mayDecide } from './visible-incident.js';

/** Its organ stays in the register, because its releases stay its own; nobody works for it any more. */
export class DissolveHeadquarters {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    if (incident.state === 'closed') return [incidentRefusal.closed];
    return [
      ...mayDecide(incident, actor),
      ...(incident.headquartersOrganId === null ? [incidentRefusal.noHeadquarters] : []),
    ];
  }

  perform(id: string, reason: string, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, async (queries, incident) => {
      const { incidents, people, clock } = this.desk.parts;
      refuseIfAny(this.reasons(incident, actor));
      const organId = incident.headquartersOrganId ?? '';
      for (const role of staffRoles)
        for (const person of await people.withRole(queries, role, organId))
          await people.revoke(queries, { personId: person.id, organId, role });
      const at = clock.now();
      await incidents.dissolveHeadquarters(queries, id, { at, by: actor.personId, reason });
      return {
        incident: { ...incident, headquartersOrganId: null },
        action: 'incident.dissolveHeadquarters',
        detail: { organId, reason },
      };
    });
  }
}
