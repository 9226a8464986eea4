import { RateLimit, TooManyRequests, type Clock } from '@koujing/kernel';
import { accessRefusal } from './refusal.js';
import type { Admission } from './still-in.js';

/**
 * A console that is worked in without a pause asks some 200 times a minute, and a program that sends in a whole archive some
 * thousands. The worse mistake is a limit that a clerk runs into: what is too much for the machine is sent away at the door.
 */
export const usualPerMinute = 6_000;

/**
 * Who asks: a session or a key, by the digest of what was presented; an address only where anybody may ask, so that nobody who
 * is signed in is stopped by others of the same office.
 */
export type Asker = Admission | { readonly by: 'address'; readonly address: string };

export class RequestLimit {
  readonly #rate: RateLimit;

  constructor(clock: Pick<Clock, 'monotonic'>, perMinute: number = usualPerMinute) {
    this.#rate = new RateLimit(clock, perMinute);
  }

  /** Before anything is looked up for them. @throws Problem `tooManyRequests` */
  refuseOver(asker: Asker): void {
    this.#refuse(asker, this.#rate.waitMs(keyOf(asker)), true);
  }

  /** Once it is known who they are: what was made up is not remembered. @throws Problem `tooManyRequests` */
  count(asker: Asker): void {
    this.#refuse(asker, this.#rate.take(keyOf(asker)), false);
  }

  #refuse({ by }: Asker, waitMs: number, again: boolean): void {
    if (waitMs === 0) return;
    throw new TooManyRequests(
      (seconds) => accessRefusal.tooManyRequests(by, { perMinute: this.#rate.perMinute, seconds }),
      waitMs,
      again,
    );
  }
}

const keyOf = (asker: Asker): string =>
  asker.by === 'address' ? `address:${asker.address}` : `${asker.by}:${asker.digest}`;
