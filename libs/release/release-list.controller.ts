import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, AnswersFile } from '@koujing/kernel';
import type { z } from 'zod';
import { Costly } from '../access/costly.interceptor.js';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { ActOnMany } from './act-on-many.js';
import { ArrangeViews } from './arrange-views.js';
import {
  bulkPlanSchema,
  bulkResultSchema,
  bulkInputSchema,
  bulkPlanInputSchema,
  bulkTableQuerySchema,
  type BulkInput,
  type BulkPlan,
  type BulkPlanInput,
  type BulkResult,
  type BulkTableQuery,
} from './bulk.api.js';
import {
  viewListSchema,
  changeViewSchema,
  firstViewSchema,
  keepViewSchema,
  type ChangeViewInput,
  type KeepViewInput,
  type ViewList,
} from './release-view.api.js';
import { ShowTable } from './show-table.js';

/** A person's own views of the list. */
@Controller('release-views')
export class ReleaseViewController {
  constructor(@Inject(ArrangeViews) private readonly views: ArrangeViews) {}

  @Get()
  @Answers(viewListSchema)
  list(@CurrentActor() actor: Actor): Promise<ViewList> {
    return this.views.list(actor);
  }

  @Post()
  @Answers(viewListSchema)
  keep(
    @CurrentActor() actor: Actor,
    @Body({ schema: keepViewSchema }) view: KeepViewInput,
  ): Promise<ViewList> {
    return this.views.keep(view, actor);
  }

  @Put('first')
  @Answers(viewListSchema)
  first(
    @CurrentActor() actor: Actor,
    @Body({ schema: firstViewSchema }) { view }: z.output<typeof firstViewSchema>,
  ): Promise<ViewList> {
    return this.views.setFirst(view, actor);
  }

  @Put(':id')
  @Answers(viewListSchema)
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: changeViewSchema }) change: ChangeViewInput,
  ): Promise<ViewList> {
    return this.views.change(id, change, actor);
  }

  @Delete(':id')
  @Answers(viewListSchema)
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ViewList> {
    return this.views.remove(id, actor);
  }
}

/** Many at once; nothing here lets a text out or signs it. */
@Controller('release-bulk')
export class ReleaseBulkController {
  constructor(
    @Inject(ActOnMany) private readonly many: ActOnMany,
    @Inject(ShowTable) private readonly table: ShowTable,
  ) {}

  @Post('plan')
  @Answers(bulkPlanSchema)
  @HttpCode(200)
  plan(
    @CurrentActor() actor: Actor,
    @Body({ schema: bulkPlanInputSchema }) input: BulkPlanInput,
  ): Promise<BulkPlan> {
    return this.many.plan(input, actor);
  }

  @Post()
  @Costly()
  @Answers(bulkResultSchema)
  @HttpCode(200)
  perform(
    @CurrentActor() actor: Actor,
    @Body({ schema: bulkInputSchema }) input: BulkInput,
  ): Promise<BulkResult> {
    return this.many.perform(input, actor);
  }

  @Get('table')
  @AnswersFile('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="releases.csv"')
  @ForKeys('releases:read')
  csv(
    @CurrentActor() actor: Actor,
    @Query({ schema: bulkTableQuerySchema }) { ids }: BulkTableQuery,
  ): Promise<string> {
    return this.table.csv(ids, actor);
  }
}
