import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../../access/session.guard.js';
import { AcknowledgeDirective } from './acknowledge-directive.js';
import {
  directiveListSchema,
  directiveSchema,
  directiveInputSchema,
  directiveQuerySchema,
  fulfilDirectiveSchema,
  withdrawDirectiveSchema,
  type DirectiveInput,
  type DirectiveList,
  type DirectiveQuery,
  type DirectiveView,
  type FulfilDirectiveInput,
} from './directive.api.js';
import { FulfilDirective } from './fulfil-directive.js';
import { IssueDirective } from './issue-directive.js';
import { ShowDirectives } from './show-directives.js';
import { WithdrawDirective } from './withdraw-directive.js';

@Controller('directives')
export class DirectiveController {
  constructor(
    @Inject(ShowDirectives) private readonly directives: ShowDirectives,
    @Inject(IssueDirective) private readonly issues: IssueDirective,
    @Inject(WithdrawDirective) private readonly withdrawals: WithdrawDirective,
  ) {}

  @Get()
  @Answers(directiveListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: directiveQuerySchema }) query: DirectiveQuery,
  ): Promise<DirectiveList> {
    return this.directives.page(query, actor);
  }

  @Post()
  @Answers(directiveSchema)
  async issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: directiveInputSchema }) input: DirectiveInput,
  ): Promise<DirectiveView> {
    return this.directives.one(await this.issues.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(directiveSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DirectiveView> {
    return this.directives.one(id, actor);
  }

  @Post(':id/withdraw')
  @Answers(directiveSchema)
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: withdrawDirectiveSchema }) { reason }: z.output<typeof withdrawDirectiveSchema>,
  ): Promise<DirectiveView> {
    await this.withdrawals.perform(id, reason, actor);
    return this.directives.one(id, actor);
  }
}

/** What the ordered organ does with a directive. */
@Controller('directives/:id')
export class DirectiveAnswerController {
  constructor(
    @Inject(ShowDirectives) private readonly directives: ShowDirectives,
    @Inject(AcknowledgeDirective) private readonly acknowledgements: AcknowledgeDirective,
    @Inject(FulfilDirective) private readonly answers: FulfilDirective,
  ) {}

  @Post('acknowledge')
  @Answers(directiveSchema)
  @HttpCode(200)
  async acknowledge(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DirectiveView> {
    await this.acknowledgements.perform(id, actor);
    return this.directives.one(id, actor);
  }

  @Post('fulfil')
  @Answers(directiveSchema)
  @HttpCode(200)
  async fulfil(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: fulfilDirectiveSchema }) input: FulfilDirectiveInput,
  ): Promise<DirectiveView> {
    await this.answers.perform(id, input, actor);
    return this.directives.one(id, actor);
  }
}
