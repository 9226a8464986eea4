import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import {
  addSourceSchema,
  foreignSourceListSchema,
  reviseSourceSchema,
  type AddSourceInput,
  type ForeignSourceList,
  type ReviseSourceInput,
} from './foreign-source.api.js';
import { KeepSources } from './keep-sources.js';

@Controller('foreign-sources')
export class ForeignSourceController {
  constructor(@Inject(KeepSources) private readonly sources: KeepSources) {}

  @Get()
  @Answers(foreignSourceListSchema)
  list(@CurrentActor() actor: Actor): Promise<ForeignSourceList> {
    return this.sources.list(actor);
  }

  @Post()
  @Answers(foreignSourceListSchema)
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addSourceSchema }) input: AddSourceInput,
  ): Promise<ForeignSourceList> {
    await this.sources.add(input, actor);
    return this.sources.list(actor);
  }

  @Put(':id')
  @Answers(foreignSourceListSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseSourceSchema }) input: ReviseSourceInput,
  ): Promise<ForeignSourceList> {
    await this.sources.revise(id, input, actor);
    return this.sources.list(actor);
  }
}
