import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { CloseIncident } from './close-incident.js';
import { ConfirmLevel } from './confirm-level.js';
import { DeclareNecessity } from './declare-necessity.js';
import {
  incidentSchema,
  closeIncidentSchema,
  confirmLevelSchema,
  necessitySchema,
  type CloseIncidentInput,
  type ConfirmLevelInput,
  type IncidentView,
  type NecessityInput,
} from './incident.api.js';
import { ShowIncidents } from './show-incidents.js';

/** What a person decides of an incident: its level, the city's necessity, its end. */
@Controller('incidents/:id')
export class IncidentLevelController {
  constructor(
    @Inject(ShowIncidents) private readonly incidents: ShowIncidents,
    @Inject(ConfirmLevel) private readonly levels: ConfirmLevel,
    @Inject(DeclareNecessity) private readonly necessities: DeclareNecessity,
    @Inject(CloseIncident) private readonly closings: CloseIncident,
  ) {}

  @Post('level')
  @Answers(incidentSchema)
  @HttpCode(200)
  async level(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: confirmLevelSchema }) input: ConfirmLevelInput,
  ): Promise<IncidentView> {
    await this.levels.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('necessity')
  @Answers(incidentSchema)
  @HttpCode(200)
  async necessity(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: necessitySchema }) input: NecessityInput,
  ): Promise<IncidentView> {
    await this.necessities.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('close')
  @Answers(incidentSchema)
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: closeIncidentSchema }) input: CloseIncidentInput,
  ): Promise<IncidentView> {
    await this.closings.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }
}
