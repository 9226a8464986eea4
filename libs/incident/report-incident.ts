import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { Matter } from '@koujing/matter';
import type { IncidentInput } from './incident.api.js';
import { organsOf, type FigureRecord, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentReasons } from './incident-reasons.js';
import { suggestLevel } from './level.js';
import { incidentRefusal } from './refusal.js';
import { mayReport } from './visible-incident.js';

/** An emergency becomes known: its matter is opened, its organ computed, its clocks run from the occurrence. */
export class ReportIncident {
  constructor(private readonly desk: IncidentDesk) {}

  async reasons(queries: Queries, input: IncidentInput, actor: Actor): Promise<readonly Reason[]> {
    const wrong = await incidentReasons(this.desk.parts, queries, input);
    if (wrong.length > 0) return wrong;
    const asOf = input.figures === null ? null : Date.parse(input.figures.asOf);
    return [
      ...mayReport([input.handlingOrganId, ...input.countyOrganIds], actor),
      ...(input.level === null && this.#suggested(input) === null ? [incidentRefusal.levelNeeded] : []),
      ...(asOf !== null && asOf < Date.parse(input.occurredAt) ? [incidentRefusal.figuresTooEarly] : []),
    ];
  }

  /** @returns the id of the new incident */
  perform(input: IncidentInput, actor: Actor): Promise<string> {
    const { database, matters, incidents } = this.desk.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const unplaced = this.#incidentOf(input, actor);
      const { organId } = await this.desk.responsibility(queries, unplaced);
      const incident = { ...unplaced, responsibleOrganId: organId };
      await matters.insert(queries, matterOf(incident, actor));
      await incidents.insert(queries, incident);
      const figures = this.#figures(input, incident, actor);
      if (figures !== null) await incidents.addFigures(queries, figures);
      await this.desk.parts.clocks.settle(queries, incident, actor.personId);
      await this.desk.record(queries, incident, actor, { action: 'incident.report', detail: { ...input } });
      return incident.id;
    });
  }

  #suggested({ kind, figures }: IncidentInput) {
    return suggestLevel(this.desk.parts.rules.levels[kind], figures?.figures ?? {})?.level ?? null;
  }

  #figures({ figures }: IncidentInput, incident: Incident, actor: Actor): FigureRecord | null {
    if (figures === null) return null;
    return {
      ...{ ...figures, asOf: new Date(figures.asOf) },
      ...{ id: newId(), incidentId: incident.id, reason: '' },
      ...{ recordedBy: actor.personId, recordedAt: this.desk.parts.clock.now() },
    };
  }

  #incidentOf(input: IncidentInput, actor: Actor): Incident {
    const { title, kind, accident, place, countyOrganIds, handlingOrganId, parties, level } = input;
    return {
      ...{ id: newId(), matterId: newId() },
      ...{ title, kind, accident, place, countyOrganIds, handlingOrganId, parties, level },
      suggestedLevel: this.#suggested(input),
      levelReason: '',
      occurredAt: new Date(input.occurredAt),
      learnedAt: new Date(input.learnedAt),
      ...{ firstReleaseAt: null, opinionFormedAt: null, conferenceHeldAt: null },
      responsibleOrganId: handlingOrganId,
      ...{ headquartersOrganId: null, necessity: null, permission: null, override: null, leaderSpoke: null },
      ...{ state: 'open', closedAt: null, closedReason: null },
      reportedBy: actor.personId,
      revision: 1,
      updatedAt: this.desk.parts.clock.now(),
    };
  }
}

/** Its clocks are the incident's; the matter carries lines, releases and findings. */
const matterOf = (incident: Incident, actor: Actor): Matter => ({
  id: incident.matterId,
  title: incident.title,
  kind: 'emergency',
  trigger: 'publicAttention',
  ownerOrganId: incident.responsibleOrganId,
  leadOrganId: null,
  concernedOrganIds: organsOf(incident).filter((id) => id !== incident.responsibleOrganId),
  state: 'open',
  openedAt: incident.occurredAt,
  ...{ dueAt: null, closedAt: null, closedReason: null },
  openedBy: actor.personId,
  revision: 1,
  updatedAt: incident.updatedAt,
});
