import type { Queries } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { EnqueueOptions, JobHandler, JobPayload, JobQueue, Jobs } from './jobs.js';

interface WaitingJob {
  readonly name: string;
  readonly payload: JobPayload;
}

/**
 * The fake: runs jobs in this process, soon after they were enqueued. It knows nothing of commits,
 * which a wake-up may do (it can be early or for nothing), and forgets everything with the process.
 */
export class InlineJobs implements Jobs {
  readonly #handlers = new Map<string, JobHandler>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #waiting: WaitingJob[] = [];
  #running: Promise<void> | null = null;
  #started = false;

  constructor(
    private readonly queues: readonly JobQueue[],
    private readonly clock: Clock,
    private readonly retryDelayMs = 20,
  ) {}

  async enqueue(
    _queries: Queries,
    name: string,
    payloads: readonly JobPayload[],
    options: EnqueueOptions = {},
  ): Promise<void> {
    const queue = this.queues.find((known) => known.name === name);
    if (queue === undefined) throw new Error(`no queue is called ${name}`);
    const jobs = payloads.map((payload) => ({ name, payload }));
    const delay =
      options.startAfter === undefined ? 0 : options.startAfter.getTime() - this.clock.now().getTime();
    if (delay <= 0) this.#push(queue, jobs);
    else this.#later(delay, () => this.#push(queue, jobs));
  }

  work(name: string, handler: JobHandler): void {
    this.#handlers.set(name, handler);
  }

  async start(): Promise<void> {
    this.#started = true;
    this.#run();
  }

  async stop(): Promise<void> {
    this.#started = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    await this.#running;
  }

  #push(queue: JobQueue, jobs: readonly WaitingJob[]): void {
    for (const job of jobs) {
      const waits = this.#waiting.some(({ name }) => name === job.name);
      if (queue.policy === 'each' || !waits) this.#waiting.push(job);
    }
    this.#run();
  }

  #run(): void {
    if (!this.#started || this.#running !== null) return;
    this.#running = this.#runAll().finally(() => {
      this.#running = null;
    });
  }

  async #runAll(): Promise<void> {
    await new Promise(setImmediate);
    for (;;) {
      const position = this.#waiting.findIndex(({ name }) => this.#handlers.has(name));
      if (position < 0 || !this.#started) return;
      const [job] = this.#waiting.splice(position, 1);
      if (job === undefined) return;
      try {
        await this.#handlers.get(job.name)?.([job.payload]);
      } catch {
        // A failed handler is asked again, as the port promises; what went wrong is the handler's to tell.
        this.#later(this.retryDelayMs, () => {
          this.#waiting.push(job);
          this.#run();
        });
      }
    }
  }

  #later(milliseconds: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    this.#timers.add(timer);
  }
}
