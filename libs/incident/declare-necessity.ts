import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { NecessityInput } from './incident.api.js';
import { levelOf, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** 必要时由市政府负责 (Art.22): somebody finds it necessary, with a reason, or not any more. */
export class DeclareNecessity {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    if (incident.state === 'closed') return [incidentRefusal.closed];
    const fits =
      incident.kind !== 'socialSecurity' &&
      levelOf(incident) === 'larger' &&
      incident.headquartersOrganId === null;
    return [...mayDecide(incident, actor), ...(fits ? [] : [incidentRefusal.notLarger])];
  }

  perform(id: string, { needed, reason }: NecessityInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, (_, incident) => {
      refuseIfAny(this.reasons(incident, actor));
      if (needed === (incident.necessity !== null)) refuseIfAny([incidentRefusal.necessityUnchanged]);
      return {
        incident: { ...incident, necessity: needed ? reason : null },
        action: 'incident.declareNecessity',
        detail: { needed, reason },
      };
    });
  }
}
