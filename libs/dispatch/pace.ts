/** How many tries this worker ends in a millisecond, of late. */
export class Pace {
  #ended = 0;
  #since: number;
  #perMs = 0;

  constructor(private readonly monotonic: () => number) {
    this.#since = monotonic();
  }

  ended(): void {
    this.#ended += 1;
  }

  get perMs(): number {
    const now = this.monotonic();
    const elapsed = now - this.#since;
    if (elapsed >= windowMs) {
      // Half of the past is kept: one slow answer must not empty the hand of a fast channel.
      this.#perMs = (this.#perMs + this.#ended / elapsed) / 2;
      this.#ended = 0;
      this.#since = now;
    }
    return this.#perMs;
  }
}

const windowMs = 100;
