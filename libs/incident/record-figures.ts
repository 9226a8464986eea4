import { refuseIfAny, type Actor } from '@koujing/access';
import { newId, type Reason } from '@koujing/kernel';
import { currentFigures, stepsBack } from './chain.js';
import type { RecordFiguresInput } from './incident.api.js';
import { organsOf, type FigureRecord, type Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { suggestLevel } from './level.js';
import { incidentRefusal } from './refusal.js';
import { mayReport } from './visible-incident.js';

/** The fact sheet: what is known, from whom, as of when. A lower figure needs its reason; the level is suggested anew. */
export class RecordFigures {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayReport(organsOf(incident), actor);
  }

  perform(id: string, input: RecordFiguresInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, async (queries, incident) => {
      const { incidents, rules } = this.desk.parts;
      refuseIfAny(this.reasons(incident, actor));
      const known = await incidents.figures(queries, id);
      const record = this.#record(input, incident, actor);
      refuseIfAny(this.#figureReasons(incident, known, record));
      await incidents.addFigures(queries, record);
      const figures = currentFigures([...known, record]);
      return {
        incident: {
          ...incident,
          suggestedLevel: suggestLevel(rules.levels[incident.kind], figures)?.level ?? null,
        },
        action: 'incident.recordFigures',
        detail: { ...input },
      };
    });
  }

  /** Only what is later than the sheet can reduce it: an older count that comes in late is simply older. */
  #figureReasons(
    { occurredAt }: Incident,
    known: readonly FigureRecord[],
    record: FigureRecord,
  ): readonly Reason[] {
    const asOf = record.asOf.getTime();
    const before = currentFigures(known.filter((each) => each.asOf.getTime() <= asOf));
    return [
      ...(asOf < occurredAt.getTime() ? [incidentRefusal.figuresTooEarly] : []),
      ...(asOf > this.desk.parts.clock.now().getTime() ? [incidentRefusal.inFuture('asOf')] : []),
      ...(record.reason === '' ? stepsBack(before, record.figures).map(incidentRefusal.figureReduced) : []),
    ];
  }

  #record(
    { asOf, source, figures, reason }: RecordFiguresInput,
    incident: Incident,
    actor: Actor,
  ): FigureRecord {
    return {
      ...{ id: newId(), incidentId: incident.id, asOf: new Date(asOf), source, figures, reason },
      ...{ recordedBy: actor.personId, recordedAt: this.desk.parts.clock.now() },
    };
  }
}
