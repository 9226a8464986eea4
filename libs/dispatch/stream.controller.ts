import { Controller, Inject, Sse, type MessageEvent } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { AnswersFile } from '@koujing/kernel';
import type { Observable } from 'rxjs';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import { WatchProgress } from './watch-progress.js';

/** One multiplexed stream per browser: six of them would block its seventh request. */
@Controller('stream')
export class StreamController {
  constructor(@Inject(WatchProgress) private readonly watch: WatchProgress) {}

  @Sse()
  @AnswersFile('text/event-stream')
  @ForKeys('releases:read')
  open(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    return this.watch.events(actor);
  }
}
