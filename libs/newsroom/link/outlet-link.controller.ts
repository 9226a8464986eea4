import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { CurrentActor } from '../../access/session.guard.js';
import { doneSchema } from '../../kernel/answer.api.js';
import { KeepLinks } from './keep-links.js';
import {
  issuedLinkSchema,
  issueLinkSchema,
  linkViewSchema,
  revokeLinkSchema,
  type IssuedLink,
  type IssueLinkInput,
  type LinkView,
  type RevokeLinkInput,
} from './outlet-link.api.js';

const done = { done: true } as const;

@Controller('media/outlets/:id/link')
export class OutletLinkController {
  constructor(@Inject(KeepLinks) private readonly links: KeepLinks) {}

  @Get()
  @Answers(linkViewSchema)
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<LinkView> {
    return this.links.show(id, actor);
  }

  @Post()
  @Answers(issuedLinkSchema)
  @HoldsSecret()
  issue(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: issueLinkSchema }) input: IssueLinkInput,
  ): Promise<IssuedLink> {
    return this.links.issue(id, input, actor);
  }

  @Post('revocation')
  @Answers(doneSchema)
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revokeLinkSchema }) input: RevokeLinkInput,
  ): Promise<typeof done> {
    await this.links.revoke(id, input, actor);
    return done;
  }
}
