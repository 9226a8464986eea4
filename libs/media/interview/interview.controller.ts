import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor } from '../../access/session.guard.js';
import { AcceptInterview } from './accept-interview.js';
import { ArrangeInterview } from './arrange-interview.js';
import { CloseInterview } from './close-interview.js';
import { DecideRefusal } from './decide-refusal.js';
import { HoldInterview } from './hold-interview.js';
import {
  interviewRulesSchema,
  interviewListSchema,
  interviewSchema,
  acceptInterviewSchema,
  approveRefusalSchema,
  arrangeInterviewSchema,
  closeInterviewSchema,
  holdInterviewSchema,
  interviewInputSchema,
  interviewQuerySchema,
  proposeRefusalSchema,
  returnRefusalSchema,
  reviseInterviewSchema,
  type AcceptInterviewInput,
  type ArrangeInterviewInput,
  type CloseInterviewInput,
  type HoldInterviewInput,
  type InterviewInput,
  type InterviewList,
  type InterviewQuery,
  type InterviewRulesView,
  type InterviewView,
  type ProposeRefusalInput,
  type ReturnRefusalInput,
  type ReviseInterviewInput,
} from './interview.api.js';
import { ProposeRefusal } from './propose-refusal.js';
import { RegisterInterview } from './register-interview.js';
import { ReviseInterview } from './revise-interview.js';
import { ShowInterviews } from './show-interviews.js';

/** Requests for interviews (Art.10(3), 20). */
@Controller('interviews')
export class InterviewController {
  constructor(
    @Inject(ShowInterviews) private readonly show: ShowInterviews,
    @Inject(RegisterInterview) private readonly registrations: RegisterInterview,
    @Inject(AcceptInterview) private readonly acceptances: AcceptInterview,
    @Inject(ReviseInterview) private readonly revisions: ReviseInterview,
  ) {}

  @Get('rules')
  @Answers(interviewRulesSchema)
  rules(): InterviewRulesView {
    return this.show.rules();
  }

  @Get()
  @Answers(interviewListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: interviewQuerySchema }) query: InterviewQuery,
  ): Promise<InterviewList> {
    return this.show.page(query, actor);
  }

  @Post()
  @Answers(interviewSchema)
  async register(
    @CurrentActor() actor: Actor,
    @Body({ schema: interviewInputSchema }) input: InterviewInput,
  ): Promise<InterviewView> {
    return this.show.one(await this.registrations.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(interviewSchema)
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InterviewView> {
    return this.show.one(id, actor);
  }

  @Post(':id/revise')
  @Answers(interviewSchema)
  @HttpCode(200)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseInterviewSchema }) input: ReviseInterviewInput,
  ): Promise<InterviewView> {
    await this.revisions.perform(id, input, actor);
    return this.show.one(id, actor);
  }

  @Post(':id/accept')
  @Answers(interviewSchema)
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: acceptInterviewSchema }) input: AcceptInterviewInput,
  ): Promise<InterviewView> {
    await this.acceptances.perform(id, input, actor);
    return this.show.one(id, actor);
  }
}

/** From the arrangement to the end. */
@Controller('interviews')
export class InterviewCourseController {
  constructor(
    @Inject(ShowInterviews) private readonly show: ShowInterviews,
    @Inject(ArrangeInterview) private readonly arrangements: ArrangeInterview,
    @Inject(HoldInterview) private readonly holdings: HoldInterview,
    @Inject(CloseInterview) private readonly closings: CloseInterview,
  ) {}

  @Post(':id/arrange')
  @Answers(interviewSchema)
  @HttpCode(200)
  async arrange(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: arrangeInterviewSchema }) input: ArrangeInterviewInput,
  ): Promise<InterviewView> {
    await this.arrangements.perform(id, input, actor);
    return this.show.one(id, actor);
  }

  @Post(':id/hold')
  @Answers(interviewSchema)
  @HttpCode(200)
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: holdInterviewSchema }) input: HoldInterviewInput,
  ): Promise<InterviewView> {
    await this.holdings.perform(id, input, actor);
    return this.show.one(id, actor);
  }

  @Post(':id/close')
  @Answers(interviewSchema)
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: closeInterviewSchema }) input: CloseInterviewInput,
  ): Promise<InterviewView> {
    await this.closings.perform(id, input, actor);
    return this.show.one(id, actor);
  }
}

/** Refusing takes two persons (Art.39(2)). */
@Controller('interviews')
export class InterviewRefusalController {
  constructor(
    @Inject(ShowInterviews) private readonly show: ShowInterviews,
    @Inject(ProposeRefusal) private readonly proposals: ProposeRefusal,
    @Inject(DecideRefusal) private readonly decisions: DecideRefusal,
  ) {}

  @Post(':id/propose-refusal')
  @Answers(interviewSchema)
  @HttpCode(200)
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: proposeRefusalSchema }) input: ProposeRefusalInput,
  ): Promise<InterviewView> {
    await this.proposals.perform(id, input, actor);
    return this.show.one(id, actor);
  }

  @Post(':id/approve-refusal')
  @Answers(interviewSchema)
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: approveRefusalSchema }) { expectedRevision }: z.output<typeof approveRefusalSchema>,
  ): Promise<InterviewView> {
    await this.decisions.approve(id, expectedRevision, actor);
    return this.show.one(id, actor);
  }

  @Post(':id/return-refusal')
  @Answers(interviewSchema)
  @HttpCode(200)
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: returnRefusalSchema }) input: ReturnRefusalInput,
  ): Promise<InterviewView> {
    await this.decisions.giveBack(id, input, actor);
    return this.show.one(id, actor);
  }
}
