interface Waiting<In, Out> {
  readonly item: In;
  resolve(out: Out): void;
  reject(error: unknown): void;
}

/**
 * Gathers what arrives while one flush is under way and flushes it together, so that many rows share one commit.
 * Nothing waits for company: a lone item goes at once. An item that makes its whole flush fail is found by
 * flushing one by one, so that it harms no other.
 */
export class Batcher<In, Out> {
  #waiting: Waiting<In, Out>[] = [];
  #flushing = false;

  constructor(
    private readonly flush: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly atMost = 200,
  ) {}

  add(item: In): Promise<Out> {
    return new Promise<Out>((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (this.#flushing) return;
      this.#flushing = true;
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.atMost);
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
