interface Waiting<In, Out> {
  readonly item: In;
  resolve(out: Out): void;
  reject(error: unknown): void;
}

export interface BatcherOptions {
  /** How long a first item waits for company; asked for each flush that nothing else has delayed already. */
  readonly waitMs?: () => number;
}

/** A statement of so many rows takes some milliseconds; larger ones would only delay the rest. */
const atMost = 200;

/**
 * Gathers what arrives while one flush is under way and flushes it together, so that many rows share one commit.
 * A lone item goes at once, unless its owner knows that company is coming. An item that makes its whole flush fail is found by
 * flushing one by one, so that it harms no other.
 */
export class Batcher<In, Out> {
  #waiting: Waiting<In, Out>[] = [];
  #flushing = false;

  constructor(
    private readonly flush: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly options: BatcherOptions = {},
  ) {}

  add(item: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#flushing) return;
      this.#flushing = true;
      const wait = this.options.waitMs?.() ?? 0;
      if (wait > 0) setTimeout(() => void this.#run(), wait);
      else setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, atMost);
      await this.#settle(batch);
    }
    this.#flushing = false;
  }

  async #settle(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outs = await this.flush(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, position) => resolve(outs[position] as Out));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.#settle([one]);
    }
  }
}
