import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, AnswersFile, downloadAs } from '@koujing/kernel';
import { Costly } from '../access/costly.interceptor.js';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { pageQuerySchema, type Page, type PageQuery } from '../kernel/answer.api.js';
import { FileFinding } from './file-finding.js';
import { ShowDigests } from './daily/show-digests.js';
import { ExportReport, type ReportFile } from './export-report.js';
import { FreezeReport } from './frozen/freeze-report.js';
import { ShowFrozen } from './frozen/show-frozen.js';
import {
  frozenListSchema,
  digestListSchema,
  frozenSchema,
  reportSchema,
  rowListSchema,
  digestExportSchema,
  exportQuerySchema,
  freezeSchema,
  frozenExportSchema,
  reportNameSchema,
  reportQuerySchema,
  rowQuerySchema,
  type DigestList,
  type ExportFormat,
  type ExportQuery,
  type FreezeInput,
  type FrozenExportQuery,
  type FrozenSummary,
  type FrozenView,
  type ReportName,
  type ReportQuery,
  type ReportView,
  type RowList,
  type RowQuery,
} from './report.api.js';
import { ShowReport } from './show-report.js';

@Controller()
export class ReportController {
  constructor(
    @Inject(ShowReport) private readonly reports: ShowReport,
    @Inject(ShowFrozen) private readonly frozen: ShowFrozen,
    @Inject(FreezeReport) private readonly freezing: FreezeReport,
  ) {}

  @Get('reports/:name')
  @Answers(reportSchema)
  @ForKeys('reports:read')
  show(
    @CurrentActor() actor: Actor,
    @Param('name', { schema: reportNameSchema }) name: ReportName,
    @Query({ schema: reportQuerySchema }) query: ReportQuery,
  ): Promise<ReportView> {
    return this.reports.show(name, query, actor);
  }

  @Get('report-rows')
  @Answers(rowListSchema)
  @ForKeys('reports:read')
  rows(@CurrentActor() actor: Actor, @Query({ schema: rowQuerySchema }) query: RowQuery): Promise<RowList> {
    return this.reports.rows(query, actor);
  }

  @Get('frozen-reports')
  @Answers(frozenListSchema)
  @ForKeys('reports:read')
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<Page<FrozenSummary>> {
    return this.frozen.page(query, actor);
  }

  @Get('frozen-reports/:id')
  @Answers(frozenSchema)
  @ForKeys('reports:read')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FrozenView> {
    return this.frozen.one(id, actor);
  }

  @Post('frozen-reports')
  @Answers(frozenSchema)
  @HttpCode(200)
  async freeze(
    @CurrentActor() actor: Actor,
    @Body({ schema: freezeSchema }) input: FreezeInput,
  ): Promise<FrozenView> {
    return this.frozen.one(await this.freezing.perform(input, actor), actor);
  }
}

const streamed = ({ bytes, mimeType, name }: ReportFile): StreamableFile =>
  new StreamableFile(bytes, { type: mimeType, disposition: downloadAs(name), length: bytes.length });

/** Reports as files. */
@Controller()
export class ReportFileController {
  constructor(@Inject(ExportReport) private readonly files: ExportReport) {}

  @Get('reports/:name/export')
  @Costly()
  @AnswersFile('*/*')
  @ForKeys('reports:read')
  async live(
    @CurrentActor() actor: Actor,
    @Param('name', { schema: reportNameSchema }) name: ReportName,
    @Query({ schema: exportQuerySchema }) query: ExportQuery,
  ): Promise<StreamableFile> {
    return streamed(await this.files.live(name, query, actor));
  }

  @Get('frozen-reports/:id/export')
  @Costly()
  @AnswersFile('*/*')
  @ForKeys('reports:read')
  async closed(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: frozenExportSchema }) query: FrozenExportQuery,
  ): Promise<StreamableFile> {
    return streamed(await this.files.closed(id, query, actor));
  }
}

/** The report of one finding, for the file. */
@Controller('findings')
export class FindingFileController {
  constructor(@Inject(FileFinding) private readonly findings: FileFinding) {}

  @Get(':id/report')
  @AnswersFile('*/*')
  @ForKeys('findings:read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: digestExportSchema }) { format }: { readonly format: ExportFormat },
  ): Promise<StreamableFile> {
    return streamed(await this.findings.perform(id, format, actor));
  }
}

/** The daily reports of what is not ruled on. */
@Controller('inconsistency-digests')
export class DigestController {
  constructor(@Inject(ShowDigests) private readonly digests: ShowDigests) {}

  @Get()
  @Answers(digestListSchema)
  @ForKeys('reports:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuerySchema }) query: PageQuery,
  ): Promise<DigestList> {
    return this.digests.page(query, actor);
  }

  @Get(':day/export')
  @AnswersFile('*/*')
  @ForKeys('reports:read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('day') day: string,
    @Query({ schema: digestExportSchema }) { format }: { readonly format: ExportFormat },
  ): Promise<StreamableFile> {
    return streamed(await this.digests.file(day, format, actor));
  }
}
