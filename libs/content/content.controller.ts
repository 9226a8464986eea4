import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { dismissalInputSchema, type DismissalInput } from './content.api.js';
import { DismissConcern } from './dismiss-concern.js';
import { doneSchema } from '../kernel/answer.api.js';

/** Organs that a text touches and that need not confirm. */
@Controller('releases/:id/concerned')
export class ConcernController {
  constructor(@Inject(DismissConcern) private readonly dismissals: DismissConcern) {}

  @Post(':organId/dismissal')
  @Answers(doneSchema)
  @HttpCode(200)
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('id') releaseId: string,
    @Param('organId') organId: string,
    @Body({ schema: dismissalInputSchema }) { reason }: DismissalInput,
  ): Promise<{ readonly done: true }> {
    await this.dismissals.perform({ releaseId, organId, reason }, actor);
    return { done: true };
  }
}
