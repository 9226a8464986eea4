import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { uploadedFile, type UploadRequest } from '@koujing/release';
import { z } from 'zod';
import { CurrentActor } from '../access/session.guard.js';
import * as api from './conference.api.js';
import type { ConferenceView } from './conference-view.api.js';
import { EvaluateConference } from './evaluate-conference.js';
import { FileMaterials } from './file-materials.js';
import { HoldConference } from './hold-conference.js';
import { ShowConferences } from './show-conferences.js';
import { UploadMaterial } from './upload-material.js';

type View = Promise<ConferenceView>;

const materialParam = z.object({ id: z.string(), kind: api.materialKindSchema });

/** The five materials (Art.34). */
@Controller('conferences/:id')
export class ConferenceMaterialController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(UploadMaterial) private readonly uploads: UploadMaterial,
    @Inject(FileMaterials) private readonly filings: FileMaterials,
  ) {}

  @Post('materials/:kind')
  async upload(
    @CurrentActor() actor: Actor,
    @Param({ schema: materialParam }) { id, kind }: z.output<typeof materialParam>,
    @Req() request: UploadRequest,
  ): View {
    await this.uploads.perform(id, kind, { ...(await uploadedFile(request)), actor });
    return this.conferences.one(id, actor);
  }

  /** Always as a download: what somebody uploaded is never shown as a page of ours. */
  @Get('materials/:kind')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: materialParam }) { id, kind }: z.output<typeof materialParam>,
  ): Promise<StreamableFile> {
    const { bytes, mimeType, name } = await this.uploads.show(id, kind, actor);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new StreamableFile(bytes, { type: mimeType, disposition });
  }

  @Post('filing')
  @HttpCode(200)
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.filingSchema }) input: api.FilingInput,
  ): View {
    await this.filings.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }
}

/** What took place, and how it was received (Art.32, 35). */
@Controller('conferences/:id')
export class ConferenceEventController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(HoldConference) private readonly holdings: HoldConference,
    @Inject(EvaluateConference) private readonly evaluations: EvaluateConference,
  ) {}

  @Post('holding')
  @HttpCode(200)
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.holdingSchema }) input: api.Holding,
  ): View {
    await this.holdings.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }

  @Post('brief')
  @HttpCode(200)
  async evaluate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.briefSchema }) input: api.BriefInput,
  ): View {
    await this.evaluations.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }
}
