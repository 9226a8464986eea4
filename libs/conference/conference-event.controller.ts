import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { AnswersFile, Answers, downloadAs } from '@koujing/kernel';
import type { Actor } from '@koujing/access';
import { uploadedFile, type UploadRequest } from '@koujing/release';
import { z } from 'zod';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import * as api from './conference.api.js';
import type { ConferenceView } from './conference-view.api.js';
import { EvaluateConference } from './evaluate-conference.js';
import { FileMaterials } from './file-materials.js';
import { HoldConference } from './hold-conference.js';
import { LookThroughMaterial } from './look-through-material.js';
import { ShowBrief } from './show-brief.js';
import { ShowConferences } from './show-conferences.js';
import { SignMaterial } from './sign-material.js';
import { UploadMaterial } from './upload-material.js';
import { conferenceSchema } from './conference-view.api.js';

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
  @Answers(conferenceSchema)
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
  @AnswersFile('*/*')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  async download(
    @CurrentActor() actor: Actor,
    @Param({ schema: materialParam }) { id, kind }: z.output<typeof materialParam>,
  ): Promise<StreamableFile> {
    const { bytes, mimeType, name } = await this.uploads.show(id, kind, actor);
    return new StreamableFile(bytes, { type: mimeType, disposition: downloadAs(name) });
  }

  @Post('filing')
  @Answers(conferenceSchema)
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

/** One file of them: signed by itself, and opened where the system cannot read it (Art.31(2), 39(6)). */
@Controller('conferences/:id')
export class ConferenceMaterialReviewController {
  constructor(
    @Inject(ShowConferences) private readonly conferences: ShowConferences,
    @Inject(SignMaterial) private readonly signing: SignMaterial,
    @Inject(LookThroughMaterial) private readonly looking: LookThroughMaterial,
  ) {}

  @Post('materials/:kind/signature')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async sign(
    @CurrentActor() actor: Actor,
    @Param({ schema: materialParam }) { id, kind }: z.output<typeof materialParam>,
    @Body({ schema: api.materialFileSchema }) { sha256 }: z.output<typeof api.materialFileSchema>,
  ): View {
    await this.signing.perform(id, { kind, sha256 }, actor);
    return this.conferences.one(id, actor);
  }

  @Post('materials/:kind/look')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async look(
    @CurrentActor() actor: Actor,
    @Param({ schema: materialParam }) { id, kind }: z.output<typeof materialParam>,
    @Body({ schema: api.materialFileSchema }) { sha256 }: z.output<typeof api.materialFileSchema>,
  ): View {
    await this.looking.perform(id, { kind, sha256 }, actor);
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
    @Inject(ShowBrief) private readonly briefs: ShowBrief,
  ) {}

  @Post('holding')
  @Answers(conferenceSchema)
  @HttpCode(200)
  async hold(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: api.holdingSchema }) input: api.Holding,
  ): View {
    await this.holdings.perform(id, input, actor);
    return this.conferences.one(id, actor);
  }

  @Get('brief')
  @ForKeys('findings:read')
  @AnswersFile('*/*')
  async brief(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: api.briefQuerySchema }) { format }: { readonly format: api.BriefFormat },
  ): Promise<StreamableFile> {
    const { bytes, mimeType, name } = await this.briefs.file(id, format, actor);
    return new StreamableFile(bytes, { type: mimeType, disposition: downloadAs(name) });
  }

  @Post('brief')
  @Answers(conferenceSchema)
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
