import { RateLimit, TooManyRequests, type Clock } from '@koujing/kernel';
import { conferenceRefusal } from './refusal.js';

/** A newsroom behind one address checks a handful a minute; who asks more often is trying numbers out. */
const perMinute = 60;

/** How often one address may ask without a session. */
export class LookUpLimit {
  readonly #rate: RateLimit;

  constructor(clock: Clock) {
    this.#rate = new RateLimit(clock, perMinute);
  }

  /** @throws Problem `tooManyRequests` */
  take(address: string): void {
    const waitMs = this.#rate.take(address);
    if (waitMs > 0) throw new TooManyRequests(conferenceRefusal.tooManyLookups, waitMs);
  }
}
