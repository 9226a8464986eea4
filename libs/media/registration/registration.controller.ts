import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import { DecideAtDesk } from './decide-at-desk.js';
import { RegisterForConference } from './register-for-conference.js';
import {
  registrationListSchema,
  registrationInputSchema,
  registrationQuerySchema,
  turnAwaySchema,
  type RegistrationInput,
  type RegistrationList,
  type RegistrationQuery,
  type TurnAwayInput,
} from './registration.api.js';
import { ShowRegistrations } from './show-registrations.js';
import { madeSchema, doneSchema } from '../../kernel/answer.api.js';

const done = { done: true } as const;

/** Reporters at the desk of a press conference (Art.20, 40). */
@Controller('media')
export class RegistrationController {
  constructor(
    @Inject(ShowRegistrations) private readonly show: ShowRegistrations,
    @Inject(RegisterForConference) private readonly registrations: RegisterForConference,
    @Inject(DecideAtDesk) private readonly desk: DecideAtDesk,
  ) {}

  @Get('conferences/:conferenceId/registrations')
  @Answers(registrationListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Param('conferenceId') conferenceId: string,
    @Query({ schema: registrationQuerySchema }) query: RegistrationQuery,
  ): Promise<RegistrationList> {
    return this.show.page(conferenceId, query, actor);
  }

  @Post('conferences/:conferenceId/registrations')
  @Answers(madeSchema)
  async register(
    @CurrentActor() actor: Actor,
    @Param('conferenceId') conferenceId: string,
    @Body({ schema: registrationInputSchema }) { reporterId }: RegistrationInput,
  ): Promise<{ readonly id: string }> {
    return { id: await this.registrations.perform({ conferenceId, reporterId }, actor) };
  }

  @Post('registrations/:id/admit')
  @Answers(doneSchema)
  @HttpCode(200)
  async admit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.desk.admit(id, actor);
    return done;
  }

  @Post('registrations/:id/turn-away')
  @Answers(doneSchema)
  @HttpCode(200)
  async turnAway(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: turnAwaySchema }) input: TurnAwayInput,
  ): Promise<typeof done> {
    await this.desk.turnAway(id, input, actor);
    return done;
  }
}
