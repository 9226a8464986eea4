import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  findingGroupListSchema,
  findingGroupSchema,
  findingGroupQuerySchema,
  forwardingSchema,
  groupRulingSchema,
  type FindingGroupList,
  type FindingGroupQuery,
  type FindingGroupView,
  type ForwardingInput,
  type GroupRulingInput,
} from './finding-group.api.js';
import { ForwardGroup, ShowGroups } from './finding-groups.js';
import { RuleOnGroup } from './rule-on-group.js';

@Controller('finding-groups')
export class FindingGroupController {
  constructor(
    @Inject(ShowGroups) private readonly groups: ShowGroups,
    @Inject(RuleOnGroup) private readonly rulings: RuleOnGroup,
    @Inject(ForwardGroup) private readonly forwardings: ForwardGroup,
  ) {}

  @Get()
  @Answers(findingGroupListSchema)
  @ForKeys('findings:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: findingGroupQuerySchema }) query: FindingGroupQuery,
  ): Promise<FindingGroupList> {
    return this.groups.page(query, actor);
  }

  @Get(':id')
  @Answers(findingGroupSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FindingGroupView> {
    return this.groups.one(id, actor);
  }

  @Post(':id/ruling')
  @Answers(findingGroupSchema)
  @HttpCode(200)
  async rule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: groupRulingSchema }) input: GroupRulingInput,
  ): Promise<FindingGroupView> {
    await this.rulings.perform(id, input, actor);
    return this.groups.one(id, actor);
  }

  @Post(':id/forwarding')
  @Answers(findingGroupSchema)
  @HttpCode(200)
  async forward(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: forwardingSchema }) input: ForwardingInput,
  ): Promise<FindingGroupView> {
    await this.forwardings.perform(id, input, actor);
    return this.groups.one(id, actor);
  }
}
