import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { visibilityOf, type Actor } from '@koujing/access';
import { Database } from '@koujing/database';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  deadlineDetailSchema,
  deadlineListSchema,
  deadlineQuerySchema,
  holdInputSchema,
  type DeadlineDetail,
  type DeadlineList,
  type DeadlineQueryInput,
  type HoldInput,
} from './deadline.api.js';
import { HoldDeadline } from './hold-deadline.js';
import { ShowDeadline } from './show-deadline.js';
import { ShowDeadlines } from './show-deadlines.js';
import { doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;

@Controller('deadlines')
export class DeadlineController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ShowDeadlines) private readonly showAll: ShowDeadlines,
    @Inject(ShowDeadline) private readonly showOne: ShowDeadline,
    @Inject(HoldDeadline) private readonly hold: HoldDeadline,
  ) {}

  @Get()
  @Answers(deadlineListSchema)
  @ForKeys('findings:read')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: deadlineQuerySchema }) { subjectKind, subjectId, limit }: DeadlineQueryInput,
  ): Promise<DeadlineList> {
    const seen = visibilityOf(actor);
    const subject =
      subjectKind === undefined || subjectId === undefined
        ? {}
        : { subject: { kind: subjectKind, id: subjectId } };
    const organs = seen.all ? {} : { organIds: seen.organIds };
    return { items: [...(await this.showAll.list(this.database.queries, { limit, ...organs, ...subject }))] };
  }

  @Get(':id')
  @Answers(deadlineDetailSchema)
  @ForKeys('findings:read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DeadlineDetail> {
    return this.showOne.show(id, actor);
  }

  @Post(':id/pause')
  @Answers(doneSchema)
  @HttpCode(200)
  async pause(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: holdInputSchema }) { reason }: HoldInput,
  ): Promise<typeof done> {
    await this.hold.perform({ id, hold: true, reason }, actor);
    return done;
  }

  @Post(':id/resume')
  @Answers(doneSchema)
  @HttpCode(200)
  async resume(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: holdInputSchema }) { reason }: HoldInput,
  ): Promise<typeof done> {
    await this.hold.perform({ id, hold: false, reason }, actor);
    return done;
  }
}
