import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
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

@Controller()
export class TallyController {
  constructor(
    @Inject(ShowBulletin) private readonly bulletins: ShowBulletin,
    @Inject(ShowAnnualSection) private readonly sections: ShowAnnualSection,
  ) {}

  @Get('bulletin')
  @Answers(bulletinSchema)
  @ForKeys('reports:read')
  bulletin(
    @CurrentActor() actor: Actor,
    @Query({ schema: bulletinQuerySchema }) query: BulletinQuery,
  ): Promise<Bulletin> {
    return this.bulletins.show(query, actor);
  }

  @Get('annual-section')
  @Answers(annualSectionSchema)
  @ForKeys('reports:read')
  annual(
    @CurrentActor() actor: Actor,
    @Query({ schema: annualQuerySchema }) query: AnnualQuery,
  ): Promise<AnnualSection> {
    return this.sections.show(query, actor);
  }
}
