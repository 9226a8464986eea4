import type { Queries } from '@koujing/database';

/** A wake-up, never the work itself: it may be lost or doubled, the ledger's rows are the truth. */
export type JobPayload = Readonly<Record<string, string | number | boolean>>;

export interface EnqueueOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
}

/** A payload list is handed over at once; a handler that throws gets the same jobs again later. */
export type JobHandler = (payloads: readonly JobPayload[]) => Promise<void>;

export interface JobQueue {
  readonly name: string;
  /** `single`: at most one job waits and at most one runs, in all processes together. */
  readonly policy: 'each' | 'single';
}

/** The job port. `enqueue` commits with the state that caused it, or not at all. */
export interface Jobs {
  enqueue(
    queries: Queries,
    name: string,
    payloads: readonly JobPayload[],
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Call before `start`. */
  work(name: string, handler: JobHandler): void;
  start(): Promise<void>;
  /** Waits for handlers that are running. */
  stop(): Promise<void>;
}
