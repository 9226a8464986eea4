import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import {
  numberInForceSchema,
  numberInputSchema,
  numberRemovalSchema,
  rulesViewSchema,
  type NumberInForce,
  type NumberInput,
  type NumberRemoval,
  type RulesView,
} from './rule.api.js';
import { SetRuleNumber } from './set-rule-number.js';
import { ShowRules } from './show-rules.js';

@Controller('rules')
export class RuleController {
  constructor(
    @Inject(ShowRules) private readonly rules: ShowRules,
    @Inject(SetRuleNumber) private readonly number: SetRuleNumber,
  ) {}

  @Get()
  @Answers(rulesViewSchema)
  show(@CurrentActor() actor: Actor): Promise<RulesView> {
    return this.rules.show(actor);
  }

  @Post('numbers')
  @Answers(numberInForceSchema)
  @HttpCode(200)
  set(
    @CurrentActor() actor: Actor,
    @Body({ schema: numberInputSchema }) input: NumberInput,
  ): Promise<NumberInForce> {
    return this.number.perform(input, actor);
  }

  @Post('numbers/removals')
  @Answers(numberInForceSchema)
  @HttpCode(200)
  clear(
    @CurrentActor() actor: Actor,
    @Body({ schema: numberRemovalSchema }) input: NumberRemoval,
  ): Promise<NumberInForce> {
    return this.number.remove(input, actor);
  }
}
