import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { CurrentActor } from '../access/session.guard.js';
import { ShowAnnualSection } from './show-annual-section.js';
import { ShowBulletin } from './show-bulletin.js';
import {
  annualSectionSchema,
  bulletinSchema,
  annualQuerySchema,
  bulletinQuerySchema,
  type AnnualQuery,
  type AnnualSection,
  type Bulletin,
  type BulletinQuery,
} from './tally.api.js';
import { Answers } from '../kernel/answers.js';

@Controller()
export class TallyController {
  constructor(
    @Inject(ShowBulletin) private readonly bulletins: ShowBulletin,
    @Inject(ShowAnnualSection) private readonly sections: ShowAnnualSection,
  ) {}

  @Get('bulletin')
  @Answers(bulletinSchema)
  bulletin(
    @CurrentActor() actor: Actor,
    @Query({ schema: bulletinQuerySchema }) query: BulletinQuery,
  ): Promise<Bulletin> {
    return this.bulletins.show(query, actor);
  }

  @Get('annual-section')
  @Answers(annualSectionSchema)
  annual(
    @CurrentActor() actor: Actor,
    @Query({ schema: annualQuerySchema }) query: AnnualQuery,
  ): Promise<AnnualSection> {
    return this.sections.show(query, actor);
  }
}
