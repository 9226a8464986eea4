import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { ApproveRelease } from './approve-release.js';
import { ConfirmRelease } from './confirm-release.js';
import { ReleasePage } from './release-page.js';
import { ReturnRelease } from './return-release.js';
import { ReviewConfidentiality } from './review-confidentiality.js';
import { ReviewLater } from './review-later.js';
import { ReviewText } from './review-text.js';
import { SendUp } from './send-up.js';
import {
  releasePageSchema,
  approvalInputSchema,
  confirmationInputSchema,
  returnInputSchema,
  reviewInputSchema,
  sendUpInputSchema,
  textReviewInputSchema,
  type ReleasePage as Page,
} from './signoff.api.js';

/** The same verb at the superior's desk. */
export const SUPERIOR_APPROVAL = Symbol('superior approval');

/** Each action answers with the page as it then is. */
@Controller('releases/:id')
export class SignoffController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(ReviewConfidentiality) private readonly reviews: ReviewConfidentiality,
    @Inject(ApproveRelease) private readonly approvals: ApproveRelease,
    @Inject(ReturnRelease) private readonly returns: ReturnRelease,
  ) {}

  @Get()
  @Answers(releasePageSchema)
  @ForKeys('releases:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page.show(id, actor);
  }

  @Post('confidentiality-review')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: reviewInputSchema }) review: z.output<typeof reviewInputSchema>,
  ): Promise<Page> {
    await this.reviews.perform({ releaseId, ...review }, actor);
    return this.page.show(releaseId, actor);
  }

  @Post('approval')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: approvalInputSchema }) approval: z.output<typeof approvalInputSchema>,
  ): Promise<Page> {
    await this.approvals.perform({ releaseId, ...approval }, actor);
    return this.page.show(releaseId, actor);
  }

  @Post('return')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: returnInputSchema }) returned: z.output<typeof returnInputSchema>,
  ): Promise<Page> {
    await this.returns.perform({ releaseId, ...returned }, actor);
    return this.page.show(releaseId, actor);
  }
}

/** The steps that only some chains ask for: the reviews before the release, and the one after an emergency (Art.21). */
@Controller('releases/:id')
export class ChainController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(ReviewText) private readonly reviews: ReviewText,
    @Inject(ReviewLater) private readonly laterReviews: ReviewLater,
  ) {}

  @Post('review')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: textReviewInputSchema }) review: z.output<typeof textReviewInputSchema>,
  ): Promise<Page> {
    await this.reviews.perform({ releaseId, ...review }, actor);
    return this.page.show(releaseId, actor);
  }

  @Post('later-review')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async reviewLater(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: reviewInputSchema }) review: z.output<typeof reviewInputSchema>,
  ): Promise<Page> {
    await this.laterReviews.perform({ releaseId, ...review }, actor);
    return this.page.show(releaseId, actor);
  }
}

/** Whole-of-city matters (Art.14(d)). */
@Controller('releases/:id')
export class SuperiorController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(SUPERIOR_APPROVAL) private readonly approvals: ApproveRelease,
    @Inject(SendUp) private readonly referrals: SendUp,
  ) {}

  @Post('superior-approval')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: approvalInputSchema }) approval: z.output<typeof approvalInputSchema>,
  ): Promise<Page> {
    await this.approvals.perform({ releaseId, ...approval }, actor);
    return this.page.show(releaseId, actor);
  }

  @Post('send-up')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async sendUp(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: sendUpInputSchema }) referral: z.output<typeof sendUpInputSchema>,
  ): Promise<Page> {
    await this.referrals.perform({ releaseId, ...referral }, actor);
    return this.page.show(releaseId, actor);
  }
}

/** For the people of the co-organs of a joint release. */
@Controller('releases/:id')
export class ConfirmationController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(ConfirmRelease) private readonly confirmations: ConfirmRelease,
  ) {}

  @Post('confirmation')
  @Answers(releasePageSchema)
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: confirmationInputSchema }) confirmation: z.output<typeof confirmationInputSchema>,
  ): Promise<Page> {
    await this.confirmations.perform({ releaseId, ...confirmation }, actor);
    return this.page.show(releaseId, actor);
  }
}
