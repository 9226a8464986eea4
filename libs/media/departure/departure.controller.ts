import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import { doneSchema } from '../../kernel/answer.api.js';
import { liftSchema, type LiftInput } from '../media.api.js';
import { departureListSchema, type DepartureList } from './departure.api.js';
import { LeaveList } from './leave-list.js';

const done = { done: true } as const;

/** Who left a list of their own will. */
@Controller('media/lists/:id/departures')
export class DepartureController {
  constructor(@Inject(LeaveList) private readonly departures: LeaveList) {}

  @Get()
  @Answers(departureListSchema)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DepartureList> {
    return this.departures.show(id, actor);
  }

  @Post(':departure/lift')
  @Answers(doneSchema)
  @HttpCode(200)
  async lift(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('departure') departure: string,
    @Body({ schema: liftSchema }) input: LiftInput,
  ): Promise<typeof done> {
    await this.departures.lift(id, departure, input, actor);
    return done;
  }
}
