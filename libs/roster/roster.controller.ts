import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, AnswersFile } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { Appoint } from './appoint.js';
import { EndAppointment } from './end-appointment.js';
import { FileRoster } from './file-roster.js';
import { PublishRoster } from './publish-roster.js';
import {
  organRosterSchema,
  publicationListSchema,
  rosterListSchema,
  appointSchema,
  endAppointmentSchema,
  fileRosterSchema,
  rosterQuerySchema,
  type AppointInput,
  type EndAppointmentInput,
  type FileRosterInput,
  type OrganRoster,
  type PublicationList,
  type RosterList,
  type RosterQuery,
} from './roster.api.js';
import { ShowRoster } from './show-roster.js';

@Controller('roster')
export class RosterController {
  constructor(
    @Inject(ShowRoster) private readonly show: ShowRoster,
    @Inject(Appoint) private readonly appointments: Appoint,
    @Inject(EndAppointment) private readonly endings: EndAppointment,
    @Inject(FileRoster) private readonly filings: FileRoster,
  ) {}

  @Get()
  @ForKeys('releases:read')
  @Answers(rosterListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: rosterQuerySchema }) query: RosterQuery,
  ): Promise<RosterList> {
    return this.show.page(query, actor);
  }

  @Get(':organId')
  @ForKeys('releases:read')
  @Answers(organRosterSchema)
  one(@CurrentActor() actor: Actor, @Param('organId') organId: string): Promise<OrganRoster> {
    return this.show.one(organId, actor);
  }

  @Post(':organId/entries')
  @Answers(organRosterSchema)
  async appoint(
    @CurrentActor() actor: Actor,
    @Param('organId') organId: string,
    @Body({ schema: appointSchema }) input: AppointInput,
  ): Promise<OrganRoster> {
    await this.appointments.perform(organId, input, actor);
    return this.show.one(organId, actor);
  }

  @Post('entries/:id/end')
  @Answers(organRosterSchema)
  @HttpCode(200)
  async end(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: endAppointmentSchema }) input: EndAppointmentInput,
  ): Promise<OrganRoster> {
    return this.show.one(await this.endings.perform(id, input, actor), actor);
  }

  @Post(':organId/filings')
  @Answers(organRosterSchema)
  async file(
    @CurrentActor() actor: Actor,
    @Param('organId') organId: string,
    @Body({ schema: fileRosterSchema }) input: FileRosterInput,
  ): Promise<OrganRoster> {
    await this.filings.perform(organId, input, actor);
    return this.show.one(organId, actor);
  }
}

/** The lists of the years (Art.9). */
@Controller('roster-publications')
export class RosterPublicationController {
  constructor(
    @Inject(ShowRoster) private readonly show: ShowRoster,
    @Inject(PublishRoster) private readonly publishing: PublishRoster,
  ) {}

  @Get()
  @ForKeys('releases:read')
  @Answers(publicationListSchema)
  list(@CurrentActor() actor: Actor): Promise<PublicationList> {
    return this.show.published(actor);
  }

  @Post()
  @Answers(publicationListSchema)
  async publish(@CurrentActor() actor: Actor): Promise<PublicationList> {
    await this.publishing.perform(actor);
    return this.show.published(actor);
  }

  @Get(':id/csv')
  @ForKeys('releases:read')
  @AnswersFile('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="roster.csv"')
  csv(@Param('id') id: string): Promise<string> {
    return this.show.csv(id);
  }
}
