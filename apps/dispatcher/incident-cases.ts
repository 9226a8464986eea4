import type { Provider, Type } from '@nestjs/common';
import { ReadCasualties, ReadTitles } from '@koujing/conflict';
import type { DeadlineParts } from '@koujing/deadline';
import {
  ChainStore,
  CloseIncident,
  ConfirmLevel,
  DeclareNecessity,
  DissolveHeadquarters,
  FollowReleases,
  IncidentBar,
  IncidentClocks,
  IncidentDesk,
  IncidentListing,
  IncidentStore,
  RecordFigures,
  RecordLeader,
  RecordOpinion,
  RecordPermission,
  ReportIncident,
  ReviseIncident,
  SetUpHeadquarters,
  ShowIncidents,
  StateReduction,
  UnlinkedBar,
  type IncidentParts,
} from '@koujing/incident';
import { IncidentController } from '../../libs/incident/incident.controller.js';
import {
  IncidentAttentionController,
  IncidentFactsController,
} from '../../libs/incident/incident-facts.controller.js';
import { IncidentLevelController } from '../../libs/incident/level.controller.js';
import { ResponsibilityController } from '../../libs/incident/responsibility.controller.js';
import type { CityRules } from './city-rules.js';

type Ground = Omit<IncidentParts, 'incidents' | 'chain' | 'clocks' | 'rules' | 'reader' | 'deadlines'> & {
  readonly rules: CityRules;
  readonly deadlines: DeadlineParts;
};

export type IncidentCases = ReturnType<typeof incidentCasesOf>;

/** Emergencies: their verbs, what they bar, and what they learn from a release. */
export const incidentCasesOf = ({ deadlines, ...ground }: Ground) => {
  const stores = { incidents: new IncidentStore(), chain: new ChainStore(ground.clock) };
  const clocks = new IncidentClocks({ ...deadlines, ...stores });
  const parts: IncidentParts = {
    ...{ ...ground, ...stores, clocks, deadlines: deadlines.deadlines },
    ...{ rules: ground.rules.incidents, reader: new ReadCasualties() },
  };
  const desk = new IncidentDesk(parts);
  const bar = new IncidentBar(desk);
  const verbs = {
    revise: new ReviseIncident(desk),
    level: new ConfirmLevel(desk),
    setUp: new SetUpHeadquarters(desk),
    dissolve: new DissolveHeadquarters(desk),
    necessity: new DeclareNecessity(desk),
    permission: new RecordPermission(desk),
    figures: new RecordFigures(desk),
    opinion: new RecordOpinion(desk),
    leader: new RecordLeader(desk),
    reduction: new StateReduction(desk),
    close: new CloseIncident(desk),
  };
  return {
    ...{ ...stores, ...verbs, clocks },
    report: new ReportIncident(desk),
    show: new ShowIncidents(desk, new IncidentListing(), verbs, bar),
    bars: [bar, new UnlinkedBar(parts, new ReadTitles())],
    follow: new FollowReleases(desk),
  };
};

export const incidentControllers: readonly Type[] = [
  IncidentController,
  IncidentLevelController,
  ResponsibilityController,
  IncidentFactsController,
  IncidentAttentionController,
];

export const incidentProviders = (cases: IncidentCases): readonly Provider[] => [
  { provide: ShowIncidents, useValue: cases.show },
  { provide: ReportIncident, useValue: cases.report },
  { provide: ReviseIncident, useValue: cases.revise },
  { provide: ConfirmLevel, useValue: cases.level },
  { provide: SetUpHeadquarters, useValue: cases.setUp },
  { provide: DissolveHeadquarters, useValue: cases.dissolve },
  { provide: DeclareNecessity, useValue: cases.necessity },
  { provide: RecordPermission, useValue: cases.permission },
  { provide: RecordFigures, useValue: cases.figures },
  { provide: RecordOpinion, useValue: cases.opinion },
  { provide: RecordLeader, useValue: cases.leader },
  { provide: StateReduction, useValue: cases.reduction },
  { provide: CloseIncident, useValue: cases.close },
];
