import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { doneSchema } from '../../kernel/answer.api.js';
import { personReasonSchema, type PersonReasonInput } from '../people/people.api.js';
import { CurrentActor } from '../session.guard.js';
import { IssueKey } from './issue-key.js';
import {
  keyAnswerSchema,
  issueKeySchema,
  keyListSchema,
  keyQuerySchema,
  type KeyAnswer,
  type IssueKeyInput,
  type KeyList,
  type KeyQuery,
} from './key.api.js';
import { RevokeKey } from './revoke-key.js';
import { ShowKeys } from './show-keys.js';

const done = { done: true } as const;

@Controller('api-keys')
export class KeyController {
  constructor(
    @Inject(ShowKeys) private readonly keys: ShowKeys,
    @Inject(IssueKey) private readonly issuing: IssueKey,
    @Inject(RevokeKey) private readonly revoking: RevokeKey,
  ) {}

  @Get()
  @Answers(keyListSchema)
  list(@CurrentActor() actor: Actor, @Query({ schema: keyQuerySchema }) query: KeyQuery): Promise<KeyList> {
    return this.keys.page(query, actor);
  }

  @Post()
  @Answers(keyAnswerSchema)
  @HoldsSecret()
  async issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: issueKeySchema }) input: IssueKeyInput,
  ): Promise<KeyAnswer> {
    return { key: await this.issuing.perform(input, actor) };
  }

  @Post(':id/revocation')
  @Answers(doneSchema)
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.revoking.perform(id, reason, actor);
    return done;
  }
}
