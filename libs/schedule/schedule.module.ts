import { Inject, Injectable, Module, type DynamicModule } from '@nestjs/common';
import { Interval, ScheduleModule as NestSchedule } from '@nestjs/schedule';
import { ReleaseDue } from './release-due.js';

/** Due times are kept to the second. */
const tickEveryMs = 1_000;

/** Fires in every process that schedules; the lease row lets one of them through. */
@Injectable()
export class ScheduleTicker {
  #running: Promise<unknown> | null = null;

  constructor(@Inject(ReleaseDue) private readonly due: ReleaseDue) {}

  @Interval(tickEveryMs)
  async tick(): Promise<void> {
    if (this.#running !== null) return;
    // What fails is told by the use case; the next tick looks again.
    this.#running = this.due.tick().catch(() => undefined);
    await this.#running;
    this.#running = null;
  }

  /** A release that is going out at this moment is finished before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    await this.#running;
  }
}

/** The tick; only processes with the role `scheduler` import it. */
@Module({})
export class ScheduleModule {
  static ticking(due: ReleaseDue): DynamicModule {
    return {
      module: ScheduleModule,
      imports: [NestSchedule.forRoot()],
      providers: [{ provide: ReleaseDue, useValue: due }, ScheduleTicker],
    };
  }
}
