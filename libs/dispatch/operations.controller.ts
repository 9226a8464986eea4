import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { LiftHold } from './lift-hold.js';
import {
  liftHoldSchema,
  operationsSchema,
  type LiftHoldInput,
  type OperationsView,
} from './operations.api.js';
import { ResendDeliveries } from './resend-deliveries.js';
import { resendResultSchema, resendSchema, type ResendInput, type ResendResult } from './resend.api.js';
import { ShowOperations } from './show-operations.js';

/** What operators watch, and the one thing that they do in bulk. */
@Controller()
export class OperationsController {
  constructor(
    @Inject(ShowOperations) private readonly operations: ShowOperations,
    @Inject(LiftHold) private readonly liftHold: LiftHold,
    @Inject(ResendDeliveries) private readonly resendDeliveries: ResendDeliveries,
  ) {}

  @Get('operations')
  @Answers(operationsSchema)
  show(@CurrentActor() actor: Actor): Promise<OperationsView> {
    return this.operations.show(actor);
  }

  @Post('operations/lift')
  @Answers(operationsSchema)
  @HttpCode(200)
  async lift(
    @CurrentActor() actor: Actor,
    @Body({ schema: liftHoldSchema }) { reason }: LiftHoldInput,
  ): Promise<OperationsView> {
    await this.liftHold.perform(reason, actor);
    return this.operations.show(actor);
  }

  @Post('deliveries/resend')
  @Answers(resendResultSchema)
  @HttpCode(200)
  resend(
    @CurrentActor() actor: Actor,
    @Body({ schema: resendSchema }) input: ResendInput,
  ): Promise<ResendResult> {
    return this.resendDeliveries.perform(input, actor);
  }
}
