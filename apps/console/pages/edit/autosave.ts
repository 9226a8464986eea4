/** Long enough that a sentence is one keeping, short enough that nobody misses what a broken machine takes. */
export const autosavePauseMs = 2_500;
/** Who types without a pause is kept all the same. */
const longestMs = 15_000;
/** After a failure: the connection may be back. */
const againMs = 20_000;

export interface AutosaveClock {
  readonly now: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface AutosaveTask<Kept> {
  /** What is sent; it reads the newest state itself. Null where there is nothing to keep now. */
  readonly send: () => Promise<Kept> | null;
  readonly onKept: (kept: Kept) => void;
  /** True if it is worth trying again without a change. */
  readonly onFailed: (error: unknown) => boolean;
}

/** One keeping at a time, the last state always kept; a change that comes while one is on its way waits for it. */
export class Autosave<Kept> {
  #cancel: (() => void) | null = null;
  #since: number | null = null;
  #isSending = false;
  #isStopped = false;

  constructor(
    private readonly task: AutosaveTask<Kept>,
    private readonly clock: AutosaveClock,
  ) {}

  changed(): void {
    if (this.#isStopped) return;
    const now = this.clock.now();
    this.#since ??= now;
    if (!this.#isSending) this.#in(Math.min(autosavePauseMs, Math.max(0, this.#since + longestMs - now)));
  }

  /** At once, where something waits: the page is about to go. */
  hurry(): void {
    if (this.#since !== null && !this.#isSending) this.#send();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  #in(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.clock.after(ms, () => this.#send());
  }

  #send(): void {
    this.#cancel?.();
    this.#since = null;
    const sent = this.task.send();
    if (sent === null) return;
    this.#isSending = true;
    sent.then(
      (kept) =>
        this.#ended(() => {
          this.task.onKept(kept);
          return false;
        }),
      (error: unknown) => this.#ended(() => this.task.onFailed(error)),
    );
  }

  #ended(tell: () => boolean): void {
    this.#isSending = false;
    if (this.#isStopped) return;
    const isWorthAnother = tell();
    if (this.#since !== null) return this.#in(autosavePauseMs);
    if (!isWorthAnother) return;
    this.#since = this.clock.now();
    this.#in(againMs);
  }
}
