import { Controller, Headers, Inject, Sse, type MessageEvent } from '@nestjs/common';
import { StillIn, type Actor, type Admission } from '@koujing/access';
import { AnswersFile } from '@koujing/kernel';
import type { Observable } from 'rxjs';
import { CurrentActor, CurrentAdmission, ForKeys } from '../access/session.guard.js';
import { WatchProgress } from './watch-progress.js';

/** One multiplexed stream per browser: six of them would block its seventh request. */
@Controller('stream')
export class StreamController {
  constructor(
    @Inject(WatchProgress) private readonly watch: WatchProgress,
    @Inject(StillIn) private readonly stillIn: StillIn,
  ) {}

  @Sse()
  @AnswersFile('text/event-stream')
  @ForKeys('releases:read')
  open(
    @CurrentActor() actor: Actor,
    @CurrentAdmission() admission: Admission,
    @Headers('last-event-id') lastId: string | undefined,
  ): Observable<MessageEvent> {
    return this.watch.events(actor, { lastId, isIn: () => this.stillIn.perform(admission) });
  }
}
