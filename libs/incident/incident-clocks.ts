import type { Queries } from '@koujing/database';
import { dueOf, EndDeadline, StartDeadline, type Deadline, type DeadlineParts } from '@koujing/deadline';
import type { ChainStore } from './chain-store.sql.js';
import type { Incident } from './incident.js';
import type { IncidentStore } from './incident-store.sql.js';
import { clockRules, wantedClocks, type ClockRule, type WantedClock } from './wanted-clocks.js';

interface ClockParts extends DeadlineParts {
  readonly incidents: IncidentStore;
  readonly chain: ChainStore;
}

/** What an incident wants of one clock, beside what runs. */
interface Turn {
  readonly rule: ClockRule;
  readonly incident: Incident;
  readonly wanted: WantedClock | undefined;
  readonly known: readonly Deadline[];
  readonly actor: string;
}

/** Makes the clocks of an incident what they have to be: after a change of level, kind, times, organ; after a release. */
export class IncidentClocks {
  readonly #start: StartDeadline;
  readonly #end: EndDeadline;

  constructor(private readonly parts: ClockParts) {
    this.#start = new StartDeadline(parts);
    this.#end = new EndDeadline(parts);
  }

  /** In the transaction of the change; the incident is held by the caller. */
  async settle(queries: Queries, incident: Incident, actor: string): Promise<void> {
    const { chain, deadlines, rules, calendar } = this.parts;
    const first = rules['emergencyFirstRelease'];
    const limit = first?.limit ?? null;
    const entries = await chain.of(queries, incident.id);
    const wanted = wantedClocks(incident, {
      releasedAt: entries.filter(({ counts }) => counts).map(({ releasedAt }) => releasedAt),
      firstDue:
        first === undefined || limit === null
          ? null
          : dueOf({ ...first, limit }, incident.occurredAt, await calendar(queries)).at,
      lateReportLimit: (rules['emergencyLateReport']?.limit ?? null) !== null,
    });
    const known = await deadlines.ofSubject(queries, { kind: 'incident', id: incident.id });
    for (const rule of clockRules)
      await this.#turn(queries, {
        ...{ rule, incident, actor },
        wanted: wanted.find((each) => each.rule === rule),
        known: known.filter((each) => each.rule === rule),
      });
  }

  /** A press conference on the incident was held: called by whoever keeps the conferences, in its transaction. */
  async conferenceHeld(
    queries: Queries,
    incidentId: string,
    held: { readonly at: Date; readonly actor: string },
  ): Promise<void> {
    const incident = await this.parts.incidents.lock(queries, incidentId);
    // The first one counts: a second conference does not make the first one late.
    if (incident === null || incident.conferenceHeldAt !== null) return;
    const next = await this.parts.incidents.write(queries, { ...incident, conferenceHeldAt: held.at });
    await this.settle(queries, next, held.actor);
  }

  async #turn(queries: Queries, { rule, incident, wanted, known, actor }: Turn): Promise<void> {
    const subject = { kind: 'incident', id: incident.id };
    const open = known.find(({ state }) => state === 'running' || state === 'paused');
    const stands = (deadline: Deadline): boolean =>
      deadline.eventAt.getTime() === wanted?.eventAt.getTime() &&
      deadline.organId === incident.responsibleOrganId;
    if (open !== undefined && !stands(open))
      await this.#end.perform(queries, { rule, subject, as: 'cancelled', actor, reason: 'recomputed' });
    if (wanted === undefined) return;
    const done = known.some(
      ({ state, eventAt }) =>
        (state === 'met' || state === 'metLate') && eventAt.getTime() === wanted.eventAt.getTime(),
    );
    if (done) return;
    if (open === undefined || !stands(open))
      await this.#start.perform(queries, {
        ...{ rule, subject, actor, emergency: true },
        organId: incident.responsibleOrganId,
        title: incident.title,
        link: `/incidents/${incident.id}`,
        eventAt: wanted.eventAt,
      });
    if (wanted.metAt !== null)
      await this.#end.perform(queries, { rule, subject, as: 'met', at: wanted.metAt, actor });
  }
}
