import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { CurrentActor } from '../../access/session.guard.js';
import {
  addSourceSchema,
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
  list(@CurrentActor() actor: Actor): Promise<ForeignSourceList> {
    return this.sources.list(actor);
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addSourceSchema }) input: AddSourceInput,
  ): Promise<ForeignSourceList> {
    await this.sources.add(input, actor);
    return this.sources.list(actor);
  }

  @Put(':id')
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseSourceSchema }) input: ReviseSourceInput,
  ): Promise<ForeignSourceList> {
    await this.sources.revise(id, input, actor);
    return this.sources.list(actor);
  }
}
