import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { doneSchema, type PageQuery } from '../kernel/answer.api.js';
import { AddRemark } from './add-remark.js';
import {
  approvalListSchema,
  approvalSchema,
  approvalQuerySchema,
  lookInputSchema,
  type ApprovalList,
  type ApprovalView,
  type LookInput,
} from './approval.api.js';
import { RecordLook } from './record-look.js';
import { ReleasePage } from './release-page.js';
import { remarkInputSchema, type RemarkInput } from './remark.api.js';
import { ShowApprovals } from './show-approvals.js';
import type { ReleasePage as Page } from './signoff.api.js';
import { releasePageSchema } from './signoff.api.js';

/** What waits for the reader's word. */
@Controller('approvals')
export class ApprovalController {
  constructor(
    @Inject(ShowApprovals) private readonly approvals: ShowApprovals,
    @Inject(RecordLook) private readonly looks: RecordLook,
  ) {}

  @Get()
  @Answers(approvalListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: approvalQuerySchema }) query: PageQuery,
  ): Promise<ApprovalList> {
    return this.approvals.page(query, actor);
  }

  @Get(':id')
  @Answers(approvalSchema)
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ApprovalView> {
    return this.approvals.one(id, actor);
  }

  @Post(':id/look')
  @Answers(doneSchema)
  @HttpCode(200)
  async look(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: lookInputSchema }) { digest }: LookInput,
  ): Promise<{ readonly done: true }> {
    await this.looks.perform(id, digest, actor);
    return { done: true };
  }
}

/** What people say beside a text. */
@Controller('releases/:id/remarks')
export class RemarkController {
  constructor(
    @Inject(ReleasePage) private readonly page: ReleasePage,
    @Inject(AddRemark) private readonly remarks: AddRemark,
  ) {}

  @Post()
  @Answers(releasePageSchema)
  @HttpCode(201)
  async add(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Body({ schema: remarkInputSchema }) remark: RemarkInput,
  ): Promise<Page> {
    await this.remarks.perform({ releaseId, ...remark }, actor);
    return this.page.show(releaseId, actor);
  }
}
