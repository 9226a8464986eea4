import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import {
  incidentSchema,
  leaderSpokeSchema,
  opinionSchema,
  recordFiguresSchema,
  reductionSchema,
  type IncidentView,
  type LeaderSpokeInput,
  type OpinionInput,
  type RecordFiguresInput,
  type ReductionInput,
} from './incident.api.js';
import { RecordFigures } from './record-figures.js';
import { RecordLeader } from './record-leader.js';
import { RecordOpinion } from './record-opinion.js';
import { ShowIncidents } from './show-incidents.js';
import { StateReduction } from './state-reduction.js';

/** What becomes known of an incident, and what is told of it. */
@Controller('incidents/:id')
export class IncidentFactsController {
  constructor(
    @Inject(ShowIncidents) private readonly incidents: ShowIncidents,
    @Inject(RecordFigures) private readonly records: RecordFigures,
    @Inject(StateReduction) private readonly statements: StateReduction,
  ) {}

  @Post('figures')
  @Answers(incidentSchema)
  @HttpCode(200)
  async figures(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: recordFiguresSchema }) input: RecordFiguresInput,
  ): Promise<IncidentView> {
    await this.records.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('reductions')
  @Answers(incidentSchema)
  @HttpCode(200)
  async reduction(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reductionSchema }) input: ReductionInput,
  ): Promise<IncidentView> {
    await this.statements.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }
}

/** How the public takes it, and who faced the media first (Art.21, 25). */
@Controller('incidents/:id')
export class IncidentAttentionController {
  constructor(
    @Inject(ShowIncidents) private readonly incidents: ShowIncidents,
    @Inject(RecordOpinion) private readonly opinions: RecordOpinion,
    @Inject(RecordLeader) private readonly leaders: RecordLeader,
  ) {}

  @Post('opinion')
  @Answers(incidentSchema)
  @HttpCode(200)
  async opinion(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: opinionSchema }) input: OpinionInput,
  ): Promise<IncidentView> {
    await this.opinions.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('leader-spoke')
  @Answers(incidentSchema)
  @HttpCode(200)
  async leader(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: leaderSpokeSchema }) input: LeaderSpokeInput,
  ): Promise<IncidentView> {
    await this.leaders.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }
}
