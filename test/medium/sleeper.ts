import { SystemClock, type Clock } from '@koujing/kernel';

/** Longer than a claim is its own proof, and far less than its lease: only the database can tell now. */
export const asleepMs = 1_000;

/** A machine that slept: its monotonic clock has run on by so much, nobody else's has. */
export class Sleeper implements Clock {
  sleptMs = 0;
  readonly #clock = new SystemClock();

  now(): Date {
    return this.#clock.now();
  }

  monotonic(): number {
    return this.#clock.monotonic() + this.sleptMs;
  }
}
