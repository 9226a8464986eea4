import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { JudgeViolation } from './judge-violation.js';
import { ShowViolations } from './show-violations.js';
import {
  violationListSchema,
  violationSchema,
  consequenceInputSchema,
  violationEndSchema,
  violationQuerySchema,
  type ConsequenceInput,
  type ViolationList,
  type ViolationQuery,
  type ViolationView,
} from './violation.api.js';

@Controller('violations')
export class ViolationController {
  constructor(
    @Inject(ShowViolations) private readonly violations: ShowViolations,
    @Inject(JudgeViolation) private readonly judgements: JudgeViolation,
  ) {}

  @Get()
  @Answers(violationListSchema)
  @ForKeys('reports:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: violationQuerySchema }) query: ViolationQuery,
  ): Promise<ViolationList> {
    return this.violations.page(query, actor);
  }

  @Get(':id')
  @Answers(violationSchema)
  @ForKeys('reports:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ViolationView> {
    return this.violations.one(id, actor);
  }

  @Post(':id/consequence')
  @Answers(violationSchema)
  @HttpCode(200)
  async record(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: consequenceInputSchema }) input: ConsequenceInput,
  ): Promise<ViolationView> {
    await this.judgements.recordConsequence(id, input, actor);
    return this.violations.one(id, actor);
  }

  @Post(':id/close')
  @Answers(violationSchema)
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: violationEndSchema }) { reason }: z.output<typeof violationEndSchema>,
  ): Promise<ViolationView> {
    await this.judgements.close(id, reason, actor);
    return this.violations.one(id, actor);
  }

  @Post(':id/dismiss')
  @Answers(violationSchema)
  @HttpCode(200)
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: violationEndSchema }) { reason }: z.output<typeof violationEndSchema>,
  ): Promise<ViolationView> {
    await this.judgements.dismiss(id, reason, actor);
    return this.violations.one(id, actor);
  }
}
