import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { CancelSchedule } from './cancel-schedule.js';
import { ProposeTime } from './propose-time.js';
import {
  proposedTimeSchema,
  scheduleSchema,
  type ProposedTimeInput,
  type ScheduleInput,
} from './schedule.api.js';
import { ScheduleRelease } from './schedule-release.js';
import { doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;

@Controller('releases/:id/schedule')
export class ScheduleController {
  constructor(
    @Inject(ScheduleRelease) private readonly scheduleRelease: ScheduleRelease,
    @Inject(CancelSchedule) private readonly cancelSchedule: CancelSchedule,
  ) {}

  @Post()
  @Answers(doneSchema)
  @HttpCode(200)
  @ForKeys('dispatch:write')
  async schedule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: scheduleSchema }) { at }: ScheduleInput,
  ): Promise<typeof done> {
    await this.scheduleRelease.perform(id, at, actor);
    return done;
  }

  @Delete()
  @Answers(doneSchema)
  @ForKeys('dispatch:write')
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.cancelSchedule.perform(id, actor);
    return done;
  }
}

/** What the drafter would have; nothing goes out by it. */
@Controller('releases/:id/proposed-time')
export class ProposedTimeController {
  constructor(@Inject(ProposeTime) private readonly proposeTime: ProposeTime) {}

  @Put()
  @Answers(doneSchema)
  @ForKeys('releases:write')
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: proposedTimeSchema }) proposal: ProposedTimeInput,
  ): Promise<typeof done> {
    await this.proposeTime.perform(id, proposal, actor);
    return done;
  }

  @Delete()
  @Answers(doneSchema)
  @ForKeys('releases:write')
  async takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.proposeTime.takeBack(id, actor);
    return done;
  }
}
