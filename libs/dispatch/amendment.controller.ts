import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  amendedSchema,
  amendmentListSchema,
  amendmentPlanSchema,
  amendmentPlanQuerySchema,
  amendmentReviewSchema,
  finishStepSchema,
  withdrawalSchema,
  type AmendedView,
  type AmendmentList,
  type AmendmentPlanView,
} from './amendment.api.js';
import { FinishStep } from './finish-step.js';
import { ReviewWithdrawal } from './review-withdrawal.js';
import { ShowAmendments } from './show-amendments.js';
import { WithdrawPublished } from './withdraw-published.js';
import { doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;

/** What becomes of a release that is out. */
@Controller()
export class AmendmentController {
  constructor(
    @Inject(ShowAmendments) private readonly show: ShowAmendments,
    @Inject(WithdrawPublished) private readonly withdrawals: WithdrawPublished,
    @Inject(ReviewWithdrawal) private readonly reviews: ReviewWithdrawal,
    @Inject(FinishStep) private readonly steps: FinishStep,
  ) {}

  @Get('releases/:id/amendment-plan')
  @Answers(amendmentPlanSchema)
  @ForKeys('releases:read')
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: amendmentPlanQuerySchema }) { kind }: z.output<typeof amendmentPlanQuerySchema>,
  ): Promise<AmendmentPlanView> {
    return this.show.plan(id, kind, actor);
  }

  @Get('releases/:id/amendments')
  @Answers(amendmentListSchema)
  @ForKeys('releases:read')
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AmendmentList> {
    return this.show.ofRelease(id, actor);
  }

  @Post('releases/:id/withdrawal')
  @Answers(amendedSchema)
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: withdrawalSchema }) withdrawal: z.output<typeof withdrawalSchema>,
  ): Promise<AmendedView> {
    return { ...done, deliveries: await this.withdrawals.perform(id, withdrawal, actor) };
  }

  @Post('amendments/:id/review')
  @Answers(doneSchema)
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: amendmentReviewSchema }) { note }: z.output<typeof amendmentReviewSchema>,
  ): Promise<typeof done> {
    await this.reviews.perform(id, note, actor);
    return done;
  }

  @Post('manual-steps/:id/finish')
  @Answers(doneSchema)
  @HttpCode(200)
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: finishStepSchema }) { note }: z.output<typeof finishStepSchema>,
  ): Promise<typeof done> {
    await this.steps.perform(id, note, actor);
    return done;
  }
}
