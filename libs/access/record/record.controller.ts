import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { Answers, AnswersFile } from '@koujing/kernel';
import {
  auditPageSchema,
  chainViewSchema,
  auditFilterSchema,
  auditQuerySchema,
  chainCheckSchema,
  type AuditFilter,
  type AuditPage,
  type AuditQuery,
  type ChainCheckInput,
  type ChainView,
} from '../../audit/audit.api.js';
import type { Actor } from '../actor.js';
import { Costly } from '../costly.interceptor.js';
import { CurrentActor } from '../session.guard.js';
import { ExportRecord } from './export-record.js';
import { ShowRecord } from './show-record.js';

/** The face of `libs/audit`; here, because that lib knows no persons. */
@Controller('audit')
export class RecordController {
  constructor(
    @Inject(ShowRecord) private readonly record: ShowRecord,
    @Inject(ExportRecord) private readonly exports: ExportRecord,
  ) {}

  @Get()
  @Answers(auditPageSchema)
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.record.page(query, actor);
  }

  @Get('export.csv')
  @Costly()
  @AnswersFile('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="audit.csv"')
  export(
    @CurrentActor() actor: Actor,
    @Query({ schema: auditFilterSchema }) filter: AuditFilter,
  ): Promise<string> {
    return this.exports.perform(filter, actor);
  }

  @Post('checks')
  @Costly()
  @Answers(chainViewSchema)
  @HttpCode(200)
  verify(
    @CurrentActor() actor: Actor,
    @Body({ schema: chainCheckSchema }) { fromStart }: ChainCheckInput,
  ): Promise<ChainView> {
    return this.record.verify(actor, fromStart);
  }
}
