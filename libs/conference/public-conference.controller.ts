import { Controller, Get, Header, Inject, Ip, Param } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import { WithoutSession } from '../access/session.guard.js';
import { publicConferenceSchema, type PublicConference } from './conference-view.api.js';
import { LookUpLimit } from './look-up-limit.js';
import { ShowPublicConference } from './show-public-conference.js';

/** For the media and everybody else: no session (Art.40). */
@Controller('public/conferences')
@WithoutSession()
export class PublicConferenceController {
  constructor(
    @Inject(ShowPublicConference) private readonly conferences: ShowPublicConference,
    @Inject(LookUpLimit) private readonly limit: LookUpLimit,
  ) {}

  @Get(':number')
  @Answers(publicConferenceSchema)
  @Header('cache-control', 'no-store')
  show(@Ip() address: string, @Param('number') number: string): Promise<PublicConference> {
    this.limit.take(address);
    return this.conferences.byNumber(number);
  }
}
