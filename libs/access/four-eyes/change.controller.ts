import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { doneSchema } from '../../kernel/answer.api.js';
import type { Actor } from '../actor.js';
import {
  changedSchema,
  personReasonSchema,
  type Changed,
  type PersonReasonInput,
} from '../people/people.api.js';
import { CurrentActor } from '../session.guard.js';
import { DecideChange } from './decide-change.js';
import {
  confirmedSchema,
  roleChangeListSchema,
  type Confirmed,
  type RoleChangeList,
} from './four-eyes.api.js';
import { ResetFactor } from './reset-factor.js';
import { ShowChanges } from './show-changes.js';

const done = { done: true } as const;

/** What one administrator wants and another confirms. */
@Controller()
export class ChangeController {
  constructor(
    @Inject(ShowChanges) private readonly changes: ShowChanges,
    @Inject(DecideChange) private readonly decisions: DecideChange,
    @Inject(ResetFactor) private readonly resets: ResetFactor,
  ) {}

  @Get('role-changes')
  @Answers(roleChangeListSchema)
  list(@CurrentActor() actor: Actor): Promise<RoleChangeList> {
    return this.changes.list(actor);
  }

  @Post('role-changes/:id/confirmation')
  @Answers(confirmedSchema)
  @HttpCode(200)
  @HoldsSecret()
  async confirm(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Confirmed> {
    return { ...done, ...(await this.decisions.confirm(id, actor)) };
  }

  @Post('role-changes/:id/refusal')
  @Answers(doneSchema)
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.decisions.decline(id, reason, actor);
    return done;
  }

  @Post('people/:id/second-factor-reset')
  @Answers(changedSchema)
  @HttpCode(200)
  async resetFactor(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<Changed> {
    return { ...done, ...(await this.resets.perform(id, reason, actor)) };
  }
}
