import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, AnswersFile, downloadAs } from '@koujing/kernel';
import { Costly } from '../access/costly.interceptor.js';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import type { z } from 'zod';
import { AbandonCorrection } from './abandon-correction.js';
import { CreateRelease } from './create-release.js';
import { OpenCorrection } from './open-correction.js';
import { ReadDocument } from './read-document.js';
import {
  previewListSchema,
  releaseListSchema,
  releaseStandingSchema,
  abandonCorrectionSchema,
  openCorrectionSchema,
  releaseDraftSchema,
  releaseQuerySchema,
  reviseReleaseSchema,
  submitReleaseSchema,
  withdrawReleaseSchema,
  type PreviewList,
  type ReleaseDraft,
  type ReleaseList,
  type ReleaseQuery,
  type ReleaseStanding,
} from './release.api.js';
import {
  attachmentSchema,
  imageSchema,
  importedDocumentSchema,
  type AttachmentView,
  type ImageView,
  type ImportedDocument,
} from './upload.api.js';
import { ReviseRelease } from './revise-release.js';
import { ShowReleases } from './show-releases.js';
import { StoreAttachment } from './store-attachment.js';
import { StoreImage } from './store-image.js';
import { SubmitRelease } from './submit-release.js';
import { uploadedFile, type UploadRequest } from './upload.js';
import { TakeBackSubmission } from './take-back-submission.js';
import { WithdrawRelease } from './withdraw-release.js';

@Controller('releases')
export class ReleaseController {
  constructor(
    @Inject(ShowReleases) private readonly releases: ShowReleases,
    @Inject(CreateRelease) private readonly drafts: CreateRelease,
    @Inject(ReviseRelease) private readonly revisions: ReviseRelease,
  ) {}

  @Get()
  @Answers(releaseListSchema)
  @ForKeys('releases:read')
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: releaseQuerySchema }) query: ReleaseQuery,
  ): Promise<ReleaseList> {
    return this.releases.page(query, actor);
  }

  @Post()
  @Answers(releaseStandingSchema)
  @ForKeys('releases:write')
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: releaseDraftSchema }) draft: ReleaseDraft,
  ): Promise<ReleaseStanding> {
    return this.drafts.perform(draft, actor);
  }

  @Put(':id')
  @Answers(releaseStandingSchema)
  @ForKeys('releases:write')
  revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseReleaseSchema }) revision: z.output<typeof reviseReleaseSchema>,
  ): Promise<ReleaseStanding> {
    return this.revisions.perform(id, revision, actor);
  }

  @Get(':id/previews')
  @Answers(previewListSchema)
  @ForKeys('releases:read')
  previews(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PreviewList> {
    return this.releases.previews(id, actor);
  }
}

/** Out of the drafter's hands, or out of the way. */
@Controller('releases/:id')
export class SubmissionController {
  constructor(
    @Inject(SubmitRelease) private readonly submissions: SubmitRelease,
    @Inject(TakeBackSubmission) private readonly takingBack: TakeBackSubmission,
    @Inject(WithdrawRelease) private readonly withdrawals: WithdrawRelease,
  ) {}

  @Post('submit')
  @Answers(releaseStandingSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: submitReleaseSchema }) { digest }: z.output<typeof submitReleaseSchema>,
  ): Promise<ReleaseStanding> {
    return this.submissions.perform(id, digest, actor);
  }

  @Post('take-back')
  @Answers(releaseStandingSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: submitReleaseSchema }) { digest }: z.output<typeof submitReleaseSchema>,
  ): Promise<ReleaseStanding> {
    return this.takingBack.perform(id, digest, actor);
  }

  @Post('withdraw')
  @Answers(releaseStandingSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: withdrawReleaseSchema }) { reason }: z.output<typeof withdrawReleaseSchema>,
  ): Promise<ReleaseStanding> {
    return this.withdrawals.perform(id, reason, actor);
  }
}

/** The next version of what is out, on its way or given up. */
@Controller('releases/:id/correction')
export class CorrectionController {
  constructor(
    @Inject(OpenCorrection) private readonly opening: OpenCorrection,
    @Inject(AbandonCorrection) private readonly abandoning: AbandonCorrection,
  ) {}

  @Post()
  @Answers(releaseStandingSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  open(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: openCorrectionSchema }) correction: z.output<typeof openCorrectionSchema>,
  ): Promise<ReleaseStanding> {
    return this.opening.perform(id, correction, actor);
  }

  @Post('abandon')
  @Answers(releaseStandingSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  abandon(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: abandonCorrectionSchema }) { reason }: z.output<typeof abandonCorrectionSchema>,
  ): Promise<ReleaseStanding> {
    return this.abandoning.perform(id, reason, actor);
  }
}

/** Files on their way into a draft. */
@Controller()
export class UploadController {
  constructor(
    @Inject(StoreImage) private readonly images: StoreImage,
    @Inject(ReadDocument) private readonly documents: ReadDocument,
    @Inject(StoreAttachment) private readonly attachments: StoreAttachment,
  ) {}

  @Post('images')
  @Answers(imageSchema)
  @ForKeys('releases:write')
  async storeImage(@Req() request: UploadRequest, @CurrentActor() actor: Actor): Promise<ImageView> {
    const { bytes } = await uploadedFile(request);
    return this.images.perform(bytes, actor);
  }

  @Get('images/:sha256')
  @AnswersFile('*/*')
  @Header('x-content-type-options', 'nosniff')
  @ForKeys('releases:read')
  async showImage(@Param('sha256') sha256: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { bytes, mimeType } = await this.images.show(sha256, actor);
    return new StreamableFile(bytes, { type: mimeType });
  }

  @Post('attachments')
  @Answers(attachmentSchema)
  @ForKeys('releases:write')
  async storeAttachment(
    @Req() request: UploadRequest,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentView> {
    return this.attachments.perform(await uploadedFile(request), actor);
  }

  /** Always a download: what a person uploaded is never shown as a page of ours. */
  @Get('attachments/:sha256')
  @AnswersFile('*/*')
  @Header('x-content-type-options', 'nosniff')
  @ForKeys('releases:read')
  async showAttachment(
    @Param('sha256') sha256: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const { bytes, mimeType, name } = await this.attachments.show(sha256, actor);
    return new StreamableFile(bytes, { type: mimeType, disposition: downloadAs(name) });
  }

  @Post('import')
  @Costly()
  @Answers(importedDocumentSchema)
  @HttpCode(200)
  @ForKeys('releases:write')
  async readDocument(@Req() request: UploadRequest, @CurrentActor() actor: Actor): Promise<ImportedDocument> {
    return this.documents.perform(await uploadedFile(request), actor);
  }
}
