type Close = () => Promise<void>;

/**
 * What a start has opened so far. Closed in reverse order, also when a later step of the start fails:
 * a refused start must leave neither a locked directory nor a held port.
 */
export class Opened {
  readonly #closes: Close[] = [];

  onClose(close: Close): void {
    this.#closes.push(close);
  }

  /** Closes all, even if one of them fails; the first failure is thrown at the end. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const close of this.#closes.splice(0).reverse())
      await close().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

/** Runs a start and answers how to end it. If the start fails, what it had opened is closed and its error is thrown. */
export const openingAll = async (start: (opened: Opened) => Promise<void>): Promise<Close> => {
  const opened = new Opened();
  try {
    await start(opened);
  } catch (error) {
    // The reason of the failed start is what a person needs, not what closing stumbled over after it.
    await opened.close().catch(() => undefined);
    throw error;
  }
  return () => opened.close();
};
