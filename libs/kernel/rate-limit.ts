import type { Clock } from './clock.js';

const windowMs = 60_000;
/** So many are remembered at once: memory must not grow with who asks. */
const remembered = 10_000;

/**
 * So many a minute for each key, counted from the first. Kept by process: a second one doubles it at worst, and asking the
 * database at every request would cost more than what is saved.
 */
export class RateLimit {
  readonly #asked = new Map<string, { readonly since: number; count: number }>();

  constructor(
    private readonly clock: Pick<Clock, 'monotonic'>,
    readonly perMinute: number,
  ) {}

  /** Counts one more. How long to wait, in milliseconds; 0 for one that is within the limit. */
  take(key: string): number {
    const now = this.clock.monotonic();
    const known = this.#asked.get(key);
    if (known !== undefined && now - known.since < windowMs) {
      known.count += 1;
      return this.waitMs(key);
    }
    this.#asked.delete(key);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size >= remembered && oldest !== undefined) this.#asked.delete(oldest);
    this.#asked.set(key, { since: now, count: 1 });
    return 0;
  }

  /** How long whoever went beyond it has to wait still; nothing is counted. */
  waitMs(key: string): number {
    const known = this.#asked.get(key);
    if (known === undefined || known.count <= this.perMinute) return 0;
    return Math.max(0, known.since + windowMs - this.clock.monotonic());
  }
}
