import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import type { z } from 'zod';
import { CurrentActor } from '../access/session.guard.js';
import { ApproveRelease } from './approve-release.js';
import { ConfirmRelease } from './confirm-release.js';
import { ReleasePage } from './release-page.js';
import { ReturnRelease } from './return-release.js';
import { ReviewConfidentiality } from './review-confidentiality.js';
import {
  approvalInputSchema,
  confirmationInputSchema,
  returnInputSchema,
  reviewInputSchema,
  type ReleasePage as Page,
} from './signoff.api.js';

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
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page.show(id, actor);
  }

  @Post('confidentiality-review')
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

/** For the people of the co-organs of a joint release. */
@Controller('releases/:id')
export class ConfirmationController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(ConfirmRelease) private readonly confirmations: ConfirmRelease,
  ) {}

  @Post('confirmation')
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
