import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { PermissionInput } from './incident.api.js';
import { isUpper, levelOf, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** Art.23: a national or provincial department permits or guides the release; or the city goes ahead in urgency. */
export class RecordPermission {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure; the same for the permission and for going ahead without it. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    if (incident.state === 'closed') return [incidentRefusal.closed];
    const needed = incident.kind !== 'socialSecurity' && isUpper(levelOf(incident));
    return [...mayDecide(incident, actor), ...(needed ? [] : [incidentRefusal.permissionNotNeeded])];
  }

  perform(id: string, permission: PermissionInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      if (Date.parse(permission.at) > this.desk.parts.clock.now().getTime())
        refuseIfAny([incidentRefusal.inFuture('at')]);
      return {
        incident: { ...incident, permission },
        action: 'incident.recordPermission',
        detail: { ...permission },
      };
    });
  }

  /** The reason stays on the record and is reviewed afterwards. */
  override(id: string, reason: string, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      const at = this.desk.parts.clock.now().toISOString();
      return {
        incident: { ...incident, override: { reason, by: actor.personId, at } },
        action: 'incident.overridePermission',
        detail: { reason },
      };
    });
  }
}
