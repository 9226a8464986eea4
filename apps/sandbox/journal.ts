import type { Clock } from '@koujing/kernel';
import type { CallRecord } from './posted.js';

/** Enough for a long test; the oldest lines are dropped so that a demo left running does not grow. */
const kept = 5_000;

/** Which calls came in and how they were answered. */
export class Journal {
  readonly #clock: Clock;
  #records: CallRecord[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(channel: CallRecord['channel'], call: string, answer: string): void {
    this.#records.push({ at: this.#clock.now().toISOString(), channel, call, answer });
    if (this.#records.length > kept * 2) this.#records = this.#records.slice(-kept);
  }

  list(): readonly CallRecord[] {
    return this.#records;
  }
}
