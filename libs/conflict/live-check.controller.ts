import type { ServerResponse } from 'node:http';
import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { CheckDraft } from './check-draft.js';
import {
  liveCheckSchema,
  liveCheckInputSchema,
  type LiveCheck,
  type LiveCheckInput,
} from './live-check.api.js';

/** Fastify's reply, as far as this needs it. */
interface Reply {
  readonly raw: ServerResponse;
}

@Controller('live-check')
export class LiveCheckController {
  constructor(@Inject(CheckDraft) private readonly drafts: CheckDraft) {}

  @Post()
  @Answers(liveCheckSchema)
  @HttpCode(200)
  @ForKeys('findings:read')
  check(
    @CurrentActor() actor: Actor,
    @Body({ schema: liveCheckInputSchema }) input: LiveCheckInput,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<LiveCheck> {
    return this.drafts.perform(input, actor, hungUp(reply.raw));
  }
}

/** Aborted when the browser goes away before it was answered. */
const hungUp = (response: ServerResponse): AbortSignal => {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
};
