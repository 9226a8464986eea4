import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor } from '../access/session.guard.js';
import { SettleLeader } from './settle-leader.js';
import { ShowStaffing } from './show-staffing.js';
import { staffingListSchema, settleLeaderSchema, type StaffingList } from './staffing.api.js';

@Controller('staffing')
export class StaffingController {
  constructor(
    @Inject(ShowStaffing) private readonly staffing: ShowStaffing,
    @Inject(SettleLeader) private readonly leaders: SettleLeader,
  ) {}

  @Get()
  @Answers(staffingListSchema)
  list(@CurrentActor() actor: Actor): Promise<StaffingList> {
    return this.staffing.list(actor);
  }

  @Post(':organId/leader')
  @Answers(staffingListSchema)
  @HttpCode(200)
  async settle(
    @CurrentActor() actor: Actor,
    @Param('organId') organId: string,
    @Body({ schema: settleLeaderSchema }) { personId }: z.output<typeof settleLeaderSchema>,
  ): Promise<StaffingList> {
    await this.leaders.perform(organId, personId, actor);
    return this.staffing.list(actor);
  }
}
