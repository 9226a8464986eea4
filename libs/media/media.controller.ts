import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { Costly } from '../access/costly.interceptor.js';
import { CurrentActor } from '../access/session.guard.js';
import { ImportMedia } from './import-media.js';
import { LiftSuppression } from './lift-suppression.js';
import {
  mailingListListSchema,
  mediaImportedSchema,
  outletListSchema,
  reporterListSchema,
  suppressionListSchema,
  liftSchema,
  mailingListInputSchema,
  mediaImportSchema,
  mediaQuerySchema,
  membersInputSchema,
  outletInputSchema,
  reporterInputSchema,
  reporterQuerySchema,
  suppressionQuerySchema,
  suppressSchema,
  type LiftInput,
  type MailingListInput,
  type MailingListList,
  type MediaImport,
  type MediaImported,
  type MediaQuery,
  type MembersInput,
  type OutletInput,
  type OutletList,
  type ReporterInput,
  type ReporterList,
  type ReporterQuery,
  type SuppressInput,
  type SuppressionList,
  type SuppressionQuery,
} from './media.api.js';
import { SaveMailingList } from './save-mailing-list.js';
import { SaveOutlet } from './save-outlet.js';
import { SaveReporter } from './save-reporter.js';
import { ShowMedia } from './show-media.js';
import { SuppressAddress } from './suppress-address.js';
import { madeSchema, doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;
interface Saved {
  readonly id: string;
}

/** Outlets and reporters. */
@Controller('media')
export class MediaController {
  constructor(
    @Inject(ShowMedia) private readonly show: ShowMedia,
    @Inject(SaveOutlet) private readonly saveOutlet: SaveOutlet,
    @Inject(SaveReporter) private readonly saveReporter: SaveReporter,
    @Inject(ImportMedia) private readonly importMedia: ImportMedia,
  ) {}

  @Get('outlets')
  @Answers(outletListSchema)
  outlets(
    @CurrentActor() actor: Actor,
    @Query({ schema: mediaQuerySchema }) query: MediaQuery,
  ): Promise<OutletList> {
    return this.show.outlets(query, actor);
  }

  @Post('outlets')
  @Answers(madeSchema)
  async addOutlet(
    @CurrentActor() actor: Actor,
    @Body({ schema: outletInputSchema }) input: OutletInput,
  ): Promise<Saved> {
    return { id: await this.saveOutlet.perform(null, input, actor) };
  }

  @Put('outlets/:id')
  @Answers(madeSchema)
  async changeOutlet(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: outletInputSchema }) input: OutletInput,
  ): Promise<Saved> {
    return { id: await this.saveOutlet.perform(id, input, actor) };
  }

  @Get('reporters')
  @Answers(reporterListSchema)
  reporters(
    @CurrentActor() actor: Actor,
    @Query({ schema: reporterQuerySchema }) query: ReporterQuery,
  ): Promise<ReporterList> {
    return this.show.reporters(query, actor);
  }

  @Post('reporters')
  @Answers(madeSchema)
  async addReporter(
    @CurrentActor() actor: Actor,
    @Body({ schema: reporterInputSchema }) input: ReporterInput,
  ): Promise<Saved> {
    return { id: await this.saveReporter.perform(null, input, actor) };
  }

  @Put('reporters/:id')
  @Answers(madeSchema)
  async changeReporter(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reporterInputSchema }) input: ReporterInput,
  ): Promise<Saved> {
    return { id: await this.saveReporter.perform(id, input, actor) };
  }

  @Post('import')
  @Costly()
  @Answers(mediaImportedSchema)
  @HttpCode(200)
  takeOver(
    @CurrentActor() actor: Actor,
    @Body({ schema: mediaImportSchema }) file: MediaImport,
  ): Promise<MediaImported> {
    return this.importMedia.perform(file, actor);
  }
}

/** Mailing lists, and the addresses that get nothing. */
@Controller('media')
export class MailingController {
  constructor(
    @Inject(ShowMedia) private readonly show: ShowMedia,
    @Inject(SaveMailingList) private readonly saveList: SaveMailingList,
    @Inject(SuppressAddress) private readonly suppressAddress: SuppressAddress,
    @Inject(LiftSuppression) private readonly liftSuppression: LiftSuppression,
  ) {}

  @Get('lists')
  @Answers(mailingListListSchema)
  lists(
    @CurrentActor() actor: Actor,
    @Query({ schema: mediaQuerySchema }) query: MediaQuery,
  ): Promise<MailingListList> {
    return this.show.lists(query, actor);
  }

  @Post('lists')
  @Answers(madeSchema)
  async addList(
    @CurrentActor() actor: Actor,
    @Body({ schema: mailingListInputSchema }) input: MailingListInput,
  ): Promise<Saved> {
    return { id: await this.saveList.perform(null, input, actor) };
  }

  @Put('lists/:id')
  @Answers(madeSchema)
  async changeList(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: mailingListInputSchema }) input: MailingListInput,
  ): Promise<Saved> {
    return { id: await this.saveList.perform(id, input, actor) };
  }

  @Post('lists/:id/members')
  @Answers(doneSchema)
  @HttpCode(200)
  async members(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: membersInputSchema }) input: MembersInput,
  ): Promise<typeof done> {
    await this.saveList.members(id, input, actor);
    return done;
  }

  @Get('suppressions')
  @Answers(suppressionListSchema)
  suppressions(
    @CurrentActor() actor: Actor,
    @Query({ schema: suppressionQuerySchema }) query: SuppressionQuery,
  ): Promise<SuppressionList> {
    return this.show.suppressions(query, actor);
  }

  @Post('suppressions')
  @Answers(doneSchema)
  @HttpCode(200)
  async suppress(
    @CurrentActor() actor: Actor,
    @Body({ schema: suppressSchema }) input: SuppressInput,
  ): Promise<typeof done> {
    await this.suppressAddress.perform(input, actor);
    return done;
  }

  @Post('suppressions/:id/lift')
  @Answers(doneSchema)
  @HttpCode(200)
  async lift(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: liftSchema }) input: LiftInput,
  ): Promise<typeof done> {
    await this.liftSuppression.perform(id, input, actor);
    return done;
  }
}
