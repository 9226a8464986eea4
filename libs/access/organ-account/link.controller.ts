import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import { doneSchema } from '../../kernel/answer.api.js';
import type { Actor } from '../actor.js';
import {
  changedSchema,
  personReasonSchema,
  type Changed,
  type PersonReasonInput,
} from '../people/people.api.js';
import { CurrentActor } from '../session.guard.js';
import { LinkAccount } from './link-account.js';
import { linkAccountSchema, type LinkAccountInput } from './organ-account.api.js';

const done = { done: true } as const;

/** Which account at the organ's identity provider is which person. */
@Controller('people/:id/organ-account')
export class LinkController {
  constructor(@Inject(LinkAccount) private readonly links: LinkAccount) {}

  @Put()
  @Answers(changedSchema)
  async link(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: linkAccountSchema }) input: LinkAccountInput,
  ): Promise<Changed> {
    return { ...done, ...(await this.links.perform(id, input, actor)) };
  }

  @Post('removal')
  @Answers(doneSchema)
  @HttpCode(200)
  async unlink(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.links.unlink(id, reason, actor);
    return done;
  }
}
