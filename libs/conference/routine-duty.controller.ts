import { Body, Controller, Get, Inject, Param, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  routineDutyListSchema,
  routineDutyQuerySchema,
  setRoutineDutySchema,
  type RoutineDutyList,
  type RoutineDutyQuery,
} from './routine-duty.api.js';
import { SetRoutineDuty } from './set-routine-duty.js';
import { ShowRoutineDuties } from './show-routine-duties.js';

/** Who must keep up routine release, and how far they came (Art.29). */
@Controller('routine-duties')
export class RoutineDutyController {
  constructor(
    @Inject(ShowRoutineDuties) private readonly duties: ShowRoutineDuties,
    @Inject(SetRoutineDuty) private readonly settings: SetRoutineDuty,
  ) {}

  @Get()
  @ForKeys('findings:read')
  @Answers(routineDutyListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: routineDutyQuerySchema }) query: RoutineDutyQuery,
  ): Promise<RoutineDutyList> {
    return this.duties.page(query, actor);
  }

  @Put(':organId')
  @Answers(routineDutyListSchema)
  async set(
    @CurrentActor() actor: Actor,
    @Param('organId') organId: string,
    @Body({ schema: setRoutineDutySchema }) { on }: z.output<typeof setRoutineDutySchema>,
  ): Promise<RoutineDutyList> {
    await this.settings.perform(organId, on, actor);
    return this.duties.page({ organ: organId, page: 1, pageSize: 50 }, actor);
  }
}
