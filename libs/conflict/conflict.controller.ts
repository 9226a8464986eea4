import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  checkResultSchema,
  dutyListSchema,
  findingListSchema,
  findingSchema,
  coordinationInputSchema,
  dutyQuerySchema,
  findingQuerySchema,
  rulingInputSchema,
  type CheckResult,
  type CoordinationInput,
  type DutyList,
  type DutyQuery,
  type FindingList,
  type FindingQuery,
  type FindingView,
  type RulingInput,
} from './conflict.api.js';
import { CoordinateFinding, RuleOnFinding } from './rule-on-finding.js';
import { ShowFindings } from './show-finding.js';

@Controller()
export class ConflictController {
  constructor(
    @Inject(ShowFindings) private readonly findings: ShowFindings,
    @Inject(RuleOnFinding) private readonly rulings: RuleOnFinding,
    @Inject(CoordinateFinding) private readonly coordinations: CoordinateFinding,
  ) {}

  @Get('findings')
  @Answers(findingListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: findingQuerySchema }) query: FindingQuery,
  ): Promise<FindingList> {
    return this.findings.page(query, actor);
  }

  @Get('findings/:id')
  @Answers(findingSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FindingView> {
    return this.findings.one(id, actor);
  }

  @Get('correction-duties')
  @Answers(dutyListSchema)
  @ForKeys('findings:read')
  duties(
    @CurrentActor() actor: Actor,
    @Query({ schema: dutyQuerySchema }) query: DutyQuery,
  ): Promise<DutyList> {
    return this.findings.duties(query, actor);
  }

  @Post('findings/:id/ruling')
  @Answers(findingSchema)
  @HttpCode(200)
  async rule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: rulingInputSchema }) input: RulingInput,
  ): Promise<FindingView> {
    await this.rulings.perform(id, input, actor);
    return this.findings.one(id, actor);
  }

  @Post('findings/:id/coordination')
  @Answers(findingSchema)
  @HttpCode(200)
  async coordinate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: coordinationInputSchema }) { note }: CoordinationInput,
  ): Promise<FindingView> {
    await this.coordinations.perform(id, note, actor);
    return this.findings.one(id, actor);
  }

  @Post('releases/:id/check')
  @Answers(checkResultSchema)
  @HttpCode(200)
  check(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CheckResult> {
    return this.findings.check(id, actor);
  }
}
