import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { driftListSchema, driftQuerySchema, type DriftList, type DriftQuery } from './drift.api.js';
import { ShowDrifts } from './show-drifts.js';

@Controller('drifts')
export class DriftController {
  constructor(@Inject(ShowDrifts) private readonly drifts: ShowDrifts) {}

  @Get()
  @Answers(driftListSchema)
  @ForKeys('releases:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: driftQuerySchema }) query: DriftQuery,
  ): Promise<DriftList> {
    return this.drifts.page(query, actor);
  }
}
