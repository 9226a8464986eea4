import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { actingRoles, reachAs, visibilityOf, type Actor } from '@koujing/access';
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

/** A limit is done by who acts in its organ; whose reach is the whole city sees it among the others. */
const actedFor = (actor: Actor): readonly string[] => {
  const own = { ...actor, grants: actor.grants.filter(({ organId }) => organId !== null) };
  const reach = reachAs(own, [...actingRoles, 'coordinator']);
  return reach.all ? [] : reach.organIds;
};

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
    @Query({ schema: deadlineQuerySchema }) { subjectKind, subjectId, whose, limit }: DeadlineQueryInput,
  ): Promise<DeadlineList> {
    const seen = visibilityOf(actor);
    const subject =
      subjectKind === undefined || subjectId === undefined
        ? {}
        : { subject: { kind: subjectKind, id: subjectId } };
    const organs = seen.all ? {} : { organIds: seen.organIds };
    const acted =
      whose === undefined ? {} : { actedFor: { organIds: actedFor(actor), others: whose === 'others' } };
    const query = { limit, ...organs, ...subject, ...acted };
    const { items, total } = await this.showAll.list(this.database.queries, query);
    return { items: [...items], total };
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
