import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { ReviseIncidentInput } from './incident.api.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentReasons } from './incident-reasons.js';
import { currentFigures } from './chain.js';
import { suggestLevel } from './level.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** What was first reported turns out otherwise: times, kind, place, organs. Clocks are counted anew. */
export class ReviseIncident {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure: what bars this person from changing it at all. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayDecide(incident, actor);
  }

  perform(
    id: string,
    { expectedRevision, incident: wanted, reason }: ReviseIncidentInput,
    actor: Actor,
  ): Promise<void> {
    return this.desk.change(id, actor, async (queries, before) => {
      const { incidents, rules } = this.desk.parts;
      refuseIfAny(this.reasons(before, actor));
      if (before.revision !== expectedRevision) throw new Problem('stale', [incidentRefusal.stale]);
      refuseIfAny(await incidentReasons(this.desk.parts, queries, wanted));
      const figures = currentFigures(await incidents.figures(queries, id));
      const suggested = suggestLevel(rules.levels[wanted.kind], figures)?.level ?? null;
      if (before.level === null && suggested === null) refuseIfAny([incidentRefusal.levelNeeded]);
      const times = { occurredAt: new Date(wanted.occurredAt), learnedAt: new Date(wanted.learnedAt) };
      return {
        incident: { ...before, ...wanted, ...times, suggestedLevel: suggested },
        action: 'incident.revise',
        detail: { ...wanted, reason },
      };
    });
  }
}
