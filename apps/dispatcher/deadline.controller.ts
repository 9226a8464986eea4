import { Controller, Get, Inject, Query } from '@nestjs/common';
import { visibilityOf, type Actor } from '@koujing/access';
import { Database } from '@koujing/database';
import { ShowDeadlines } from '@koujing/deadline';
import {
  deadlineQuerySchema,
  type DeadlineList,
  type DeadlineQueryInput,
} from '../../libs/deadline/deadline.api.js';
import { CurrentActor } from '../../libs/access/session.guard.js';

/** Here and not in its lib: access has the same rank as deadline, and equal ranks never import each other. */
@Controller('deadlines')
export class DeadlineController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ShowDeadlines) private readonly show: ShowDeadlines,
  ) {}

  @Get()
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
    return { items: [...(await this.show.list(this.database.queries, { limit, ...organs, ...subject }))] };
  }
}
