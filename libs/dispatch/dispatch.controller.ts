import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor, SignedIn } from '@koujing/access';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { CurrentActor, CurrentSession, ForKeys } from '../access/session.guard.js';
import { doneSchema, pageQuerySchema, type PageQuery } from '../kernel/answer.api.js';
import { attemptListSchema, type AttemptList } from './attempt.api.js';
import { ChooseAlternative } from './choose-alternative.js';
import { DecideDelivery } from './decide-delivery.js';
import {
  consentDoneSchema,
  consentPageSchema,
  accountListSchema,
  accountSchema,
  deliveryListSchema,
  publishedSchema,
  alternativeSchema,
  consentSchema,
  decisionSchema,
  deliveryQuerySchema,
  publishSchema,
  type AccountList,
  type AccountView,
  type AlternativeInput,
  type ConsentInput,
  type DecisionInput,
  type DeliveryList,
  type DeliveryListQuery,
  type PublishedView,
  type PublishInput,
} from './dispatch.api.js';
import { PublishRelease } from './publish-release.js';
import { ResumeAccount } from './resume-account.js';
import { RenewConsent } from './renew-consent.js';
import { RetryDelivery } from './retry-delivery.js';
import { ShowAccounts } from './show-accounts.js';
import { ShowAttempts } from './show-attempts.js';
import { ShowDeliveries } from './show-deliveries.js';

const done = { done: true } as const;

@Controller()
export class DispatchController {
  @Inject(ChooseAlternative) private readonly chooseAlternative!: ChooseAlternative;
  @Inject(ShowAttempts) private readonly showAttempts!: ShowAttempts;
  @Inject(ShowAccounts) private readonly showAccounts!: ShowAccounts;
  @Inject(ResumeAccount) private readonly resumeAccount!: ResumeAccount;
  @Inject(RenewConsent) private readonly renewConsent!: RenewConsent;

  constructor(
    @Inject(PublishRelease) private readonly publishRelease: PublishRelease,
    @Inject(ShowDeliveries) private readonly show: ShowDeliveries,
    @Inject(RetryDelivery) private readonly retryDelivery: RetryDelivery,
    @Inject(DecideDelivery) private readonly decideDelivery: DecideDelivery,
  ) {}

  @Post('releases/:id/publish')
  @Answers(publishedSchema)
  @HttpCode(200)
  @ForKeys('dispatch:write')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: publishSchema }) { digest }: PublishInput,
  ): Promise<PublishedView> {
    const published = await this.publishRelease.perform(id, digest, actor);
    return { ...done, deliveries: published.deliveries, suppressed: published.suppressed };
  }

  @Get('releases/:id/deliveries')
  @Answers(deliveryListSchema)
  @ForKeys('releases:read')
  list(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: deliveryQuerySchema }) query: DeliveryListQuery,
  ): Promise<DeliveryList> {
    return this.show.ofRelease(id, query, actor);
  }

  @Get('deliveries/:id/attempts')
  @Answers(attemptListSchema)
  @ForKeys('releases:read')
  attempts(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: pageQuerySchema }) { page, pageSize }: PageQuery,
  ): Promise<AttemptList> {
    return this.showAttempts.ofDelivery(id, { page, pageSize }, actor);
  }

  @Post('deliveries/:id/retry')
  @Answers(doneSchema)
  @HttpCode(200)
  @ForKeys('dispatch:write')
  async retry(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.retryDelivery.perform(id, actor);
    return done;
  }

  @Post('deliveries/:id/decide')
  @Answers(doneSchema)
  @HttpCode(200)
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: decisionSchema }) decision: DecisionInput,
  ): Promise<typeof done> {
    await this.decideDelivery.perform(id, decision, actor);
    return done;
  }

  @Post('deliveries/:id/alternative')
  @Answers(doneSchema)
  @HttpCode(200)
  async choose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: alternativeSchema }) { alternative }: AlternativeInput,
  ): Promise<typeof done> {
    await this.chooseAlternative.perform(id, alternative, actor);
    return done;
  }

  @Get('accounts')
  @Answers(accountListSchema)
  accounts(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) { page, pageSize }: PageQuery,
  ): Promise<AccountList> {
    return this.showAccounts.list(actor, page, pageSize);
  }

  @Post('accounts/:id/examine')
  @Answers(accountSchema)
  @HttpCode(200)
  examine(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountView> {
    return this.showAccounts.examine(id, actor);
  }

  @Post('accounts/:id/resume')
  @Answers(doneSchema)
  @HttpCode(200)
  async resume(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.resumeAccount.perform(id, actor);
    return done;
  }

  @Post('accounts/:id/consent')
  @Answers(consentPageSchema)
  @HttpCode(200)
  beginConsent(
    @CurrentSession() signedIn: SignedIn,
    @Param('id') id: string,
  ): Promise<{ readonly url: string }> {
    return this.renewConsent.begin(id, signedIn);
  }

  @Post('accounts/consent')
  @Answers(consentDoneSchema)
  @HttpCode(200)
  @HoldsSecret()
  finishConsent(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: consentSchema }) { code, state }: ConsentInput,
  ): Promise<{ readonly accountId: string }> {
    return this.renewConsent.finish(code, state, signedIn);
  }
}
