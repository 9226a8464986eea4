import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, AnswersFile } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../../access/session.guard.js';
import {
  periodPlanListSchema,
  periodPlanSchema,
  dropItemSchema,
  linkItemSchema,
  periodPlanInputSchema,
  periodPlanQuerySchema,
  revisePeriodPlanSchema,
  type PeriodPlanInput,
  type PeriodPlanList,
  type PeriodPlanQuery,
  type PeriodPlanView,
  type RevisePeriodPlanInput,
} from './period.api.js';
import { SavePeriodPlan } from './save-period-plan.js';
import { SettleItem } from './settle-item.js';
import { ShowPeriodPlans } from './show-period-plans.js';

@Controller('period-plans')
export class PeriodPlanController {
  constructor(
    @Inject(ShowPeriodPlans) private readonly plans: ShowPeriodPlans,
    @Inject(SavePeriodPlan) private readonly saves: SavePeriodPlan,
    @Inject(SettleItem) private readonly items: SettleItem,
  ) {}

  @Get()
  @Answers(periodPlanListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: periodPlanQuerySchema }) query: PeriodPlanQuery,
  ): Promise<PeriodPlanList> {
    return this.plans.page(query, actor);
  }

  @Post()
  @Answers(periodPlanSchema)
  async draft(
    @CurrentActor() actor: Actor,
    @Body({ schema: periodPlanInputSchema }) input: PeriodPlanInput,
  ): Promise<PeriodPlanView> {
    return this.plans.one(await this.saves.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(periodPlanSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PeriodPlanView> {
    return this.plans.one(id, actor);
  }

  @Get(':id/export')
  @AnswersFile('text/csv')
  @ForKeys('findings:read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="period-plan.csv"')
  export(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return this.plans.csv(id, actor);
  }

  @Put(':id')
  @Answers(periodPlanSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revisePeriodPlanSchema }) input: RevisePeriodPlanInput,
  ): Promise<PeriodPlanView> {
    await this.saves.revise(id, input, actor);
    return this.plans.one(id, actor);
  }

  @Post(':id/issue')
  @Answers(periodPlanSchema)
  @HttpCode(200)
  async issue(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PeriodPlanView> {
    await this.saves.issue(id, actor);
    return this.plans.one(id, actor);
  }

  @Post(':id/items/:itemId/link')
  @Answers(periodPlanSchema)
  @HttpCode(200)
  async link(
    @CurrentActor() actor: Actor,
    @Param() { id, itemId }: { id: string; itemId: string },
    @Body({ schema: linkItemSchema }) { releaseId }: z.output<typeof linkItemSchema>,
  ): Promise<PeriodPlanView> {
    await this.items.link({ planId: id, itemId }, releaseId, actor);
    return this.plans.one(id, actor);
  }

  @Post(':id/items/:itemId/drop')
  @Answers(periodPlanSchema)
  @HttpCode(200)
  async drop(
    @CurrentActor() actor: Actor,
    @Param() { id, itemId }: { id: string; itemId: string },
    @Body({ schema: dropItemSchema }) { reason }: z.output<typeof dropItemSchema>,
  ): Promise<PeriodPlanView> {
    await this.items.drop({ planId: id, itemId }, reason, actor);
    return this.plans.one(id, actor);
  }
}
