import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../../access/session.guard.js';
import { DecidePlan } from './decide-plan.js';
import { DraftPlan } from './draft-plan.js';
import { EndPlan } from './end-plan.js';
import { LinkPlanPart } from './link-plan-part.js';
import {
  planListSchema,
  planSchema,
  approvePlanSchema,
  linkPartSchema,
  planInputSchema,
  planQuerySchema,
  planReasonSchema,
  revisePlanSchema,
  type ApprovePlanInput,
  type LinkPartInput,
  type PlanInput,
  type PlanList,
  type PlanQuery,
  type PlanView,
  type RevisePlanInput,
} from './plan.api.js';
import { ProposePlan } from './propose-plan.js';
import { ShowPlans } from './show-plans.js';

@Controller('plans')
export class PlanController {
  constructor(
    @Inject(ShowPlans) private readonly plans: ShowPlans,
    @Inject(DraftPlan) private readonly drafts: DraftPlan,
    @Inject(ProposePlan) private readonly proposals: ProposePlan,
  ) {}

  @Get()
  @Answers(planListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: planQuerySchema }) query: PlanQuery,
  ): Promise<PlanList> {
    return this.plans.page(query, actor);
  }

  @Post()
  @Answers(planSchema)
  async draft(
    @CurrentActor() actor: Actor,
    @Body({ schema: planInputSchema }) input: PlanInput,
  ): Promise<PlanView> {
    return this.plans.one(await this.drafts.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(planSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PlanView> {
    return this.plans.one(id, actor);
  }

  @Put(':id')
  @Answers(planSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revisePlanSchema }) input: RevisePlanInput,
  ): Promise<PlanView> {
    await this.drafts.revise(id, input, actor);
    return this.plans.one(id, actor);
  }

  @Post(':id/propose')
  @Answers(planSchema)
  @HttpCode(200)
  async propose(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PlanView> {
    await this.proposals.perform(id, actor);
    return this.plans.one(id, actor);
  }
}

/** What the leaders decide on a plan, and what becomes of it. */
@Controller('plans/:id')
export class PlanDecisionController {
  constructor(
    @Inject(ShowPlans) private readonly plans: ShowPlans,
    @Inject(DecidePlan) private readonly decisions: DecidePlan,
    @Inject(LinkPlanPart) private readonly links: LinkPlanPart,
    @Inject(EndPlan) private readonly ends: EndPlan,
  ) {}

  @Post('approve')
  @Answers(planSchema)
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: approvePlanSchema }) input: ApprovePlanInput,
  ): Promise<PlanView> {
    await this.decisions.approve(id, input, actor);
    return this.plans.one(id, actor);
  }

  @Post('return')
  @Answers(planSchema)
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: planReasonSchema }) { reason }: z.output<typeof planReasonSchema>,
  ): Promise<PlanView> {
    await this.decisions.return(id, reason, actor);
    return this.plans.one(id, actor);
  }

  @Post('parts/:partId/link')
  @Answers(planSchema)
  @HttpCode(200)
  async link(
    @CurrentActor() actor: Actor,
    @Param() { id, partId }: { id: string; partId: string },
    @Body({ schema: linkPartSchema }) input: LinkPartInput,
  ): Promise<PlanView> {
    await this.links.perform({ planId: id, partId }, input, actor);
    return this.plans.one(id, actor);
  }

  @Post('execute')
  @Answers(planSchema)
  @HttpCode(200)
  async execute(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PlanView> {
    await this.ends.execute(id, actor);
    return this.plans.one(id, actor);
  }

  @Post('lapse')
  @Answers(planSchema)
  @HttpCode(200)
  async lapse(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: planReasonSchema }) { reason }: z.output<typeof planReasonSchema>,
  ): Promise<PlanView> {
    await this.ends.lapse(id, reason, actor);
    return this.plans.one(id, actor);
  }
}
