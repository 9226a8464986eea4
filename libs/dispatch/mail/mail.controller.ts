import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import { embargoedSchema, type EmbargoedInput } from './embargo.api.js';
import {
  mailReturnListSchema,
  mailReturnQuerySchema,
  type MailReturnList,
  type MailReturnQuery,
} from './mail-return.api.js';
import { SendEmbargoedCopies } from './send-embargoed-copies.js';
import { ShowReturns } from './show-returns.js';
import { publishedSchema } from '../dispatch.api.js';

@Controller()
export class MailController {
  constructor(
    @Inject(ShowReturns) private readonly returns: ShowReturns,
    @Inject(SendEmbargoedCopies) private readonly embargoed: SendEmbargoedCopies,
  ) {}

  @Get('mail-returns')
  @Answers(mailReturnListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: mailReturnQuerySchema }) query: MailReturnQuery,
  ): Promise<MailReturnList> {
    return this.returns.list(query, actor);
  }

  @Post('releases/:id/embargoed-copies')
  @Answers(publishedSchema)
  @HttpCode(200)
  async sendEmbargoed(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: embargoedSchema }) input: EmbargoedInput,
  ): Promise<{ readonly done: true; readonly deliveries: number; readonly suppressed: number }> {
    return { done: true, ...(await this.embargoed.perform(id, input, actor)) };
  }
}
