import { dutyOf } from '@koujing/deadline';
import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, type Reason } from '@koujing/kernel';
import { organRefs, type NameOrgan } from '@koujing/organ';
import { currentFigures } from './chain.js';
import type { CloseIncident } from './close-incident.js';
import type { ConfirmLevel } from './confirm-level.js';
import type { DeclareNecessity } from './declare-necessity.js';
import type { DissolveHeadquarters } from './dissolve-headquarters.js';
import type { IncidentBar } from './incident-bar.js';
import type { IncidentDesk } from './incident-desk.js';
import { headOf, timeOf, type IncidentListing } from './incident-list.sql.js';
import type { IncidentList, IncidentQuery, IncidentView } from './incident.api.js';
import type { Incident } from './incident.js';
import { suggestLevel } from './level.js';
import type { RecordFigures } from './record-figures.js';
import type { RecordLeader } from './record-leader.js';
import type { RecordOpinion } from './record-opinion.js';
import type { RecordPermission } from './record-permission.js';
import type { ReviseIncident } from './revise-incident.js';
import type { SetUpHeadquarters } from './set-up-headquarters.js';
import { ShowChain } from './show-chain.js';
import type { StateReduction } from './state-reduction.js';
import { mayReportSome, visibleIncident } from './visible-incident.js';
import { watchUntil } from './watch-window.js';

/** Everything that can be done to an incident; the page shows what bars each. */
export interface IncidentVerbs {
  readonly revise: ReviseIncident;
  readonly level: ConfirmLevel;
  readonly setUp: SetUpHeadquarters;
  readonly dissolve: DissolveHeadquarters;
  readonly necessity: DeclareNecessity;
  readonly permission: RecordPermission;
  readonly figures: RecordFigures;
  readonly opinion: RecordOpinion;
  readonly leader: RecordLeader;
  readonly reduction: StateReduction;
  readonly close: CloseIncident;
}

/** What the incident pages read. */
export class ShowIncidents {
  readonly #chain: ShowChain;

  constructor(
    private readonly desk: IncidentDesk,
    private readonly listing: IncidentListing,
    private readonly verbs: IncidentVerbs,
    bar: IncidentBar,
  ) {
    this.#chain = new ShowChain(desk, listing, bar);
  }

  async page(query: IncidentQuery, actor: Actor): Promise<IncidentList> {
    const { database, clock } = this.desk.parts;
    return {
      ...(await this.listing.page(database.queries, visibilityOf(actor), query, clock.now())),
      actions: { report: { reasons: [...mayReportSome(actor)] } },
    };
  }

  async one(id: string, actor: Actor): Promise<IncidentView> {
    const { database, incidents } = this.desk.parts;
    const { queries } = database;
    const incident = await visibleIncident(incidents, queries, actor, id);
    const organ = await organRefs(queries);
    const clocks = await this.#clocks(queries, incident, organ);
    const running = clocks.filter(({ state }) => state === 'running').map(({ dueAt }) => Date.parse(dueAt));
    const dueAt = running.length === 0 ? null : new Date(Math.min(...running));
    return {
      ...headOf(incident, organ, dueAt, this.desk.parts.clock.now()),
      ...(await this.#facts(queries, incident, organ)),
      ...(await this.#chain.view(queries, incident, organ)),
      clocks,
      actions: this.#actions(incident, actor),
    };
  }

  async #facts(queries: Queries, incident: Incident, organ: NameOrgan) {
    const { incidents, rules } = this.desk.parts;
    const records = await incidents.figures(queries, incident.id);
    const suggestion = suggestLevel(rules.levels[incident.kind], currentFigures(records));
    const watch = watchUntil(incident, rules);
    const { override } = incident;
    const { organId, mayRelease, ...responsibility } = await this.desk.responsibility(queries, incident);
    const headquarters = await incidents.headquarters(queries, incident.id);
    const people = await personRefs(queries, [
      incident.reportedBy,
      ...(override === null ? [] : [override.by]),
      ...records.map(({ recordedBy }) => recordedBy),
    ]);
    return {
      revision: incident.revision,
      parties: [...incident.parties],
      counties: incident.countyOrganIds.map(organ),
      matterId: incident.matterId,
      suggestion: { level: suggestion?.level ?? null, why: [...(suggestion?.why ?? [])] },
      levelReason: incident.levelReason,
      responsibility: { ...responsibility, organ: organ(organId), mayRelease: mayRelease.map(organ) },
      headquarters: headquarters.map(({ organId: id, basis, setUpAt, dissolvedAt, dissolvedReason }) => ({
        ...{ organ: organ(id), basis, dissolvedReason },
        ...{ setUpAt: civilTime(setUpAt), dissolvedAt: timeOf(dissolvedAt) },
      })),
      necessity: incident.necessity,
      permission: incident.permission,
      override:
        override === null
          ? null
          : { reason: override.reason, by: people(override.by), at: civilTime(new Date(override.at)) },
      opinionFormedAt: timeOf(incident.opinionFormedAt),
      conferenceHeldAt: timeOf(incident.conferenceHeldAt),
      leaderSpoke: incident.leaderSpoke,
      watchUntil: civilTime(watch.at),
      watchArticle: watch.article,
      figures: records.map((record) => ({
        ...{ source: record.source, figures: { ...record.figures }, reason: record.reason },
        ...{ asOf: civilTime(record.asOf), recordedAt: civilTime(record.recordedAt) },
        recordedBy: people(record.recordedBy),
      })),
      reportedBy: people(incident.reportedBy),
      closedReason: incident.closedReason,
    };
  }

  async #clocks(queries: Queries, { id }: Incident, organ: NameOrgan): Promise<IncidentView['clocks']> {
    const { deadlines, clock } = this.desk.parts;
    const now = clock.now().getTime();
    return (await deadlines.ofSubject(queries, { kind: 'incident', id })).map((deadline) => ({
      id: deadline.id,
      rule: deadline.rule,
      ...dutyOf(deadline.terms),
      article: deadline.terms.article,
      startedAt: civilTime(deadline.eventAt),
      dueAt: civilTime(deadline.dueAt),
      state: deadline.state,
      settledAt: timeOf(deadline.settledAt),
      overdue: deadline.state === 'running' && deadline.dueAt.getTime() <= now,
      organ: organ(deadline.organId),
    }));
  }

  #actions(incident: Incident, actor: Actor): IncidentView['actions'] {
    const { verbs } = this;
    const of = (reasons: readonly Reason[]) => ({ reasons: [...reasons] });
    return {
      revise: of(verbs.revise.reasons(incident, actor)),
      confirmLevel: of(verbs.level.reasons(incident, actor)),
      setUpHeadquarters: of(verbs.setUp.reasons(incident, actor)),
      dissolveHeadquarters: of(verbs.dissolve.reasons(incident, actor)),
      declareNecessity: of(verbs.necessity.reasons(incident, actor)),
      recordPermission: of(verbs.permission.reasons(incident, actor)),
      overridePermission: of(verbs.permission.reasons(incident, actor)),
      recordFigures: of(verbs.figures.reasons(incident, actor)),
      recordOpinion: of(verbs.opinion.reasons(incident, actor)),
      recordLeader: of(verbs.leader.reasons(incident, actor)),
      stateReduction: of(verbs.reduction.reasons(incident, actor)),
      close: of(verbs.close.reasons(incident, actor)),
    };
  }
}
