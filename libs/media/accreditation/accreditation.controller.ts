import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import {
  accreditationRulesSchema,
  accreditationViewSchema,
  standingListSchema,
  accreditationInputSchema,
  standingQuerySchema,
  type AccreditationInput,
  type AccreditationRulesView,
  type AccreditationView,
  type StandingList,
  type StandingQuery,
} from './accreditation.api.js';
import { CheckAccreditation } from './check-accreditation.js';
import { ShowAccreditations } from './show-accreditations.js';

/** Credentials of reporters (Art.20). */
@Controller('media')
export class AccreditationController {
  constructor(
    @Inject(ShowAccreditations) private readonly show: ShowAccreditations,
    @Inject(CheckAccreditation) private readonly check: CheckAccreditation,
  ) {}

  @Get('accreditation-rules')
  @Answers(accreditationRulesSchema)
  rules(): AccreditationRulesView {
    return this.show.rules();
  }

  @Get('accreditations')
  @Answers(standingListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: standingQuerySchema }) query: StandingQuery,
  ): Promise<StandingList> {
    return this.show.list(query, actor);
  }

  @Get('reporters/:id/accreditations')
  @Answers(accreditationViewSchema)
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccreditationView> {
    return this.show.one(id, actor);
  }

  @Post('reporters/:id/accreditations')
  @Answers(accreditationViewSchema)
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: accreditationInputSchema }) input: AccreditationInput,
  ): Promise<AccreditationView> {
    await this.check.perform(id, input, actor);
    return this.show.one(id, actor);
  }
}
