import { RemindOfDeadlines, type ReminderSink } from '@koujing/deadline';
import { loadCityRules } from '../../../apps/dispatcher/city-rules.js';
import { DeadlineReminders } from '../../../apps/dispatcher/deadline-reminders.js';
import type { UseCases } from '../../../apps/dispatcher/use-cases.js';
import { violationCasesOf, type ViolationCases } from '../../../apps/dispatcher/violation-cases.js';

export interface Timing {
  readonly wallMs: number;
}

/** A tick waits for its database: what counts is how long the minute is held up. */
export const timed = async (work: () => Promise<unknown>): Promise<Timing> => {
  const started = performance.now();
  await work();
  return { wallMs: performance.now() - started };
};

export const quantile = (timings: readonly Timing[], share: number): number => {
  const ordered = timings.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
  return (
    Math.round((ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0) * 10) / 10
  );
};

/** The one fault that the simulation plans; whatever else is thrown is a fault of the program. */
class KilledBeforeCommit extends Error {}

/** What the scheduler runs each minute (`apps/dispatcher/server.ts`): reminders, gaps of matters and of duties, violations. */
export class Ticking {
  readonly #sink: ReminderSink;
  readonly #violations: ViolationCases;

  private constructor(private readonly cases: UseCases) {
    const { people, notifier } = cases;
    this.#sink = new DeadlineReminders({ people, notifier, consoleUrl: 'http://127.0.0.1:3000' });
    this.#violations = violationCasesOf(cases, loadCityRules('measures'));
  }

  /** As the scheduler starts: the calendar is level before the first tick. */
  static async start(cases: UseCases): Promise<Ticking> {
    await cases.clocks.keepLevel();
    return new Ticking(cases);
  }

  async tick(): Promise<void> {
    await this.remind();
    await this.cases.gaps.tick();
    await this.cases.dutyGaps.tick();
    await this.#violations.watch.tick();
  }

  async remind(): Promise<void> {
    await this.cases.clocks.keepLevel();
    await this.#remindWith(this.#sink);
  }

  /** A turn of reminders that dies before its commit; false if nothing was due, so that nothing could be killed. */
  async dies(): Promise<boolean> {
    try {
      await this.#remindWith({
        remind: async (queries, reminders) => {
          await this.#sink.remind(queries, reminders);
          if (reminders.length > 0) throw new KilledBeforeCommit('killed before the commit');
        },
      });
      return false;
    } catch (error) {
      if (error instanceof KilledBeforeCommit) return true;
      throw error;
    }
  }

  async #remindWith(sink: ReminderSink): Promise<void> {
    await new RemindOfDeadlines(this.cases.database, this.cases.clocks.parts, sink).tick();
  }
}
