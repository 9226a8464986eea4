import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { AnswerApplication } from './answer-application.js';
import { ApplyForConference } from './apply-for-conference.js';
import { CancelConference } from './cancel-conference.js';
import * as api from './conference.api.js';
import {
  conferenceSchema,
  conferenceListSchema,
  type ConferenceList,
  type ConferenceView,
} from './conference-view.api.js';
import { PlanConference } from './plan-conference.js';
import { ReturnConference } from './return-conference.js';
import { ReviseConference } from './revise-conference.js';
import { ShowConferences } from './show-conferences.js';
import { SignConference } from './sign-conference.js';

type View = Promise<ConferenceView>;

/** Each action answers with the conference as it then is. */
@Controller('conferences')
export class ConferenceController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(PlanConference) private readonly plans: PlanConference,
    @Inject(ReviseConference) private readonly revisions: ReviseConference,
  ) {}

  @Get()
  @Answers(conferenceListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: api.conferenceQuerySchema }) query: api.ConferenceQuery,
  ): Promise<ConferenceList> {
    return this.conferences.page(query, actor);
  }

  @Post()
  @Answers(conferenceSchema)
  async plan(
    @CurrentActor() actor: Actor,
    @Body({ schema: api.conferenceInputSchema }) input: api.ConferenceInput,
  ): View {
    return this.conferences.one(await this.plans.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(conferenceSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): View {
    return this.conferences.one(id, actor);
  }

  @Put(':id')
  @Answers(conferenceSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.reviseConferenceSchema }) input: api.ReviseConferenceInput,
  ): View {
    await this.revisions.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }
}

/** Asked for, or called off. */
@Controller('conferences')
export class ConferenceApplicationController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(ApplyForConference) private readonly applications: ApplyForConference,
    @Inject(CancelConference) private readonly cancellations: CancelConference,
  ) {}

  @Post(':id/apply')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.applySchema }) { digest }: z.output<typeof api.applySchema>,
  ): View {
    await this.applications.perform(id, digest, actor);
    return this.conferences.one(id, actor);
  }

  @Post(':id/cancel')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.conferenceReasonSchema }) { reason }: z.output<typeof api.conferenceReasonSchema>,
  ): View {
    await this.cancellations.perform(id, reason, actor);
    return this.conferences.one(id, actor);
  }
}

/** The office's answer and the chain of Art.31. */
@Controller('conferences/:id')
export class ConferenceSignOffController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(AnswerApplication) private readonly answers: AnswerApplication,
    @Inject(SignConference) private readonly signatures: SignConference,
    @Inject(ReturnConference) private readonly returns: ReturnConference,
  ) {}

  @Post('answer')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.answerSchema }) input: api.AnswerInput,
  ): View {
    await this.answers.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }

  @Post('signatures')
  @Answers(conferenceSchema)
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.signSchema }) input: api.SignInput,
  ): View {
    await this.signatures.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }

  @Post('return')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.conferenceReasonSchema }) { reason }: z.output<typeof api.conferenceReasonSchema>,
  ): View {
    await this.returns.perform(id, reason, actor);
    return this.conferences.one(id, actor);
  }
}
