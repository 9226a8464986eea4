import { Problem, type Clock } from '@koujing/kernel';
import { conferenceRefusal } from './refusal.js';

const windowMs = 60_000;
/** A newsroom behind one address checks a handful; who asks more often is trying numbers out. */
const perWindow = 60;
/** So many addresses are remembered at once: memory must not grow with who asks. */
const remembered = 10_000;

/** How often one address may ask without a session. Kept by process: a second one doubles it at worst. */
export class LookUpLimit {
  readonly #asked = new Map<string, { readonly since: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** @throws Problem `tooManyRequests` */
  take(address: string): void {
    const now = this.clock.monotonic();
    const known = this.#asked.get(address);
    if (known !== undefined && now - known.since < windowMs) {
      known.count += 1;
      if (known.count > perWindow) throw new Problem('tooManyRequests', [conferenceRefusal.tooManyLookups]);
      return;
    }
    this.#asked.delete(address);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size >= remembered && oldest !== undefined) this.#asked.delete(oldest);
    this.#asked.set(address, { since: now, count: 1 });
  }
}
