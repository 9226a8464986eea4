import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import {
  answerCheckSchema,
  answerListSchema,
  lineListSchema,
  answerCheckInputSchema,
  answerInputSchema,
  answerQuerySchema,
  linesQuerySchema,
  type AnswerCheckInput,
  type AnswerCheckView,
  type AnswerInput,
  type AnswerList,
  type AnswerQuery,
  type LineList,
  type LinesQuery,
} from './answer.api.js';
import { LogAnswer } from './log-answer.js';
import { ShowAnswers } from './show-answers.js';
import { madeSchema } from '../../kernel/answer.api.js';

/** Telephone, fax and e-mail answers to reporters (Art.16). */
@Controller('media-answers')
export class AnswerController {
  constructor(
    @Inject(ShowAnswers) private readonly show: ShowAnswers,
    @Inject(LogAnswer) private readonly log: LogAnswer,
  ) {}

  @Get()
  @Answers(answerListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: answerQuerySchema }) query: AnswerQuery,
  ): Promise<AnswerList> {
    return this.show.page(query, actor);
  }

  @Get('lines')
  @Answers(lineListSchema)
  lines(
    @CurrentActor() actor: Actor,
    @Query({ schema: linesQuerySchema }) query: LinesQuery,
  ): Promise<LineList> {
    return this.show.lines(query, actor);
  }

  @Post('check')
  @Answers(answerCheckSchema)
  @HttpCode(200)
  async check(
    @CurrentActor() actor: Actor,
    @Body({ schema: answerCheckInputSchema }) said: AnswerCheckInput,
  ): Promise<AnswerCheckView> {
    return { departures: [...(await this.log.check(said, actor))] };
  }

  @Post()
  @Answers(madeSchema)
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: answerInputSchema }) input: AnswerInput,
  ): Promise<{ readonly id: string }> {
    return { id: await this.log.perform(input, actor) };
  }
}
