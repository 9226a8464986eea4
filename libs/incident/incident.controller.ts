import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  incidentListSchema,
  incidentSchema,
  incidentInputSchema,
  incidentQuerySchema,
  reviseIncidentSchema,
  type IncidentInput,
  type IncidentList,
  type IncidentQuery,
  type IncidentView,
  type ReviseIncidentInput,
} from './incident.api.js';
import { ReportIncident } from './report-incident.js';
import { ReviseIncident } from './revise-incident.js';
import { ShowIncidents } from './show-incidents.js';

@Controller('incidents')
export class IncidentController {
  constructor(
    @Inject(ShowIncidents) private readonly incidents: ShowIncidents,
    @Inject(ReportIncident) private readonly reports: ReportIncident,
    @Inject(ReviseIncident) private readonly revisions: ReviseIncident,
  ) {}

  @Get()
  @Answers(incidentListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: incidentQuerySchema }) query: IncidentQuery,
  ): Promise<IncidentList> {
    return this.incidents.page(query, actor);
  }

  @Post()
  @Answers(incidentSchema)
  async report(
    @CurrentActor() actor: Actor,
    @Body({ schema: incidentInputSchema }) input: IncidentInput,
  ): Promise<IncidentView> {
    return this.incidents.one(await this.reports.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(incidentSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<IncidentView> {
    return this.incidents.one(id, actor);
  }

  @Put(':id')
  @Answers(incidentSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseIncidentSchema }) input: ReviseIncidentInput,
  ): Promise<IncidentView> {
    await this.revisions.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }
}
