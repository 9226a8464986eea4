import type { LogPort } from '@koujing/channel';

/** Work that has to be looked at again and again. A run that fails is told and tried again at the next turn. */
export class Recurring {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(private readonly log: LogPort) {}

  /** Runs `work` every `everyMs`, never twice at once. */
  every(name: string, everyMs: number, work: () => Promise<unknown>): void {
    let busy = false;
    const turn = async (): Promise<void> => {
      if (busy || this.#stopped) return;
      busy = true;
      try {
        await work();
      } catch (error) {
        this.log.warn('recurring.failed', {
          name,
          reason: error instanceof Error ? error.message : String(error),
        });
      } finally {
        busy = false;
      }
    };
    const timer = setInterval(() => {
      const run = turn().finally(() => this.#running.delete(run));
      this.#running.add(run);
    }, everyMs);
    this.#timers.push(timer);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#running);
  }
}
