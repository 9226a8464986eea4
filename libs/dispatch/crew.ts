import { assembleWorker, type WorkerHouse } from './assemble-worker.js';
import type { Worker } from './worker.js';

export interface CrewHouse extends Omit<WorkerHouse, 'concurrency' | 'serves'> {
  /** Tries at once. */
  readonly posts: number;
  readonly mails: number;
}

/** One process's workers: mails have places of their own, so that a slow mail server never holds up a post. */
export class Crew {
  readonly #posts: Worker;
  readonly #mails: Worker;

  constructor({ posts, mails, ...house }: CrewHouse) {
    this.#mails = assembleWorker({ ...house, serves: 'mails', concurrency: mails });
    // A portal page that goes live opens the way for mails.
    const changed = (ids: readonly string[]): void => {
      house.changed(ids);
      this.#mails.wake();
    };
    this.#posts = assembleWorker({ ...house, serves: 'posts', concurrency: posts, changed });
  }

  get refusal(): Worker['refusal'] {
    return this.#posts.refusal ?? this.#mails.refusal;
  }

  start(): void {
    this.#posts.start();
    this.#mails.start();
  }

  wake(): void {
    this.#posts.wake();
    this.#mails.wake();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#posts.stop(), this.#mails.stop()]);
  }
}
