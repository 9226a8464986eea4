import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { ChangeLine } from './change-line.js';
import { CloseMatter } from './close-matter.js';
import {
  matterListSchema,
  matterSchema,
  changeLineSchema,
  closeMatterSchema,
  lineInputSchema,
  matterInputSchema,
  matterQuerySchema,
  retireLineSchema,
  reviseMatterSchema,
  type ChangeLineInput,
  type LineInput,
  type MatterInput,
  type MatterList,
  type MatterQuery,
  type MatterView,
  type RetireLineInput,
  type ReviseMatterInput,
} from './matter.api.js';
import { OpenMatter } from './open-matter.js';
import { ReviseMatter } from './revise-matter.js';
import { ShowMatters } from './show-matters.js';
import { StateLine } from './state-line.js';

@Controller('matters')
export class MatterController {
  constructor(
    @Inject(ShowMatters) private readonly matters: ShowMatters,
    @Inject(OpenMatter) private readonly openings: OpenMatter,
    @Inject(ReviseMatter) private readonly revisions: ReviseMatter,
    @Inject(CloseMatter) private readonly closings: CloseMatter,
  ) {}

  @Get()
  @Answers(matterListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: matterQuerySchema }) query: MatterQuery,
  ): Promise<MatterList> {
    return this.matters.page(query, actor);
  }

  @Post()
  @Answers(matterSchema)
  async open(
    @CurrentActor() actor: Actor,
    @Body({ schema: matterInputSchema }) input: MatterInput,
  ): Promise<MatterView> {
    return this.matters.one(await this.openings.perform(input, actor), actor);
  }

  @Get(':id')
  @Answers(matterSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MatterView> {
    return this.matters.one(id, actor);
  }

  @Put(':id')
  @Answers(matterSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseMatterSchema }) input: ReviseMatterInput,
  ): Promise<MatterView> {
    await this.revisions.perform(id, input, actor);
    return this.matters.one(id, actor);
  }

  @Post(':id/close')
  @Answers(matterSchema)
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: closeMatterSchema }) { reason }: z.output<typeof closeMatterSchema>,
  ): Promise<MatterView> {
    await this.closings.perform(id, reason, actor);
    return this.matters.one(id, actor);
  }
}

/** The agreed facts (口径) of a matter. */
@Controller('matters/:id/lines')
export class AgreedLineController {
  constructor(
    @Inject(ShowMatters) private readonly matters: ShowMatters,
    @Inject(StateLine) private readonly statements: StateLine,
    @Inject(ChangeLine) private readonly changes: ChangeLine,
  ) {}

  @Post()
  @Answers(matterSchema)
  async state(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: lineInputSchema }) input: LineInput,
  ): Promise<MatterView> {
    await this.statements.perform(id, input, actor);
    return this.matters.one(id, actor);
  }

  @Put(':lineId')
  @Answers(matterSchema)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Body({ schema: changeLineSchema }) input: ChangeLineInput,
  ): Promise<MatterView> {
    await this.changes.perform({ matterId: id, lineId }, input, actor);
    return this.matters.one(id, actor);
  }

  @Post(':lineId/retire')
  @Answers(matterSchema)
  @HttpCode(200)
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Body({ schema: retireLineSchema }) input: RetireLineInput,
  ): Promise<MatterView> {
    await this.changes.retire({ matterId: id, lineId }, input, actor);
    return this.matters.one(id, actor);
  }
}
