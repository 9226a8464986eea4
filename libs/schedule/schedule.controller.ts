import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { CurrentActor } from '../access/session.guard.js';
import { CancelSchedule } from './cancel-schedule.js';
import { scheduleSchema, type ScheduleInput } from './schedule.api.js';
import { ScheduleRelease } from './schedule-release.js';

const done = { done: true } as const;

@Controller('releases/:id/schedule')
export class ScheduleController {
  constructor(
    @Inject(ScheduleRelease) private readonly scheduleRelease: ScheduleRelease,
    @Inject(CancelSchedule) private readonly cancelSchedule: CancelSchedule,
  ) {}

  @Post()
  @HttpCode(200)
  async schedule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: scheduleSchema }) { at }: ScheduleInput,
  ): Promise<typeof done> {
    await this.scheduleRelease.perform(id, at, actor);
    return done;
  }

  @Delete()
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<typeof done> {
    await this.cancelSchedule.perform(id, actor);
    return done;
  }
}
