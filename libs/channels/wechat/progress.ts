import type { Pending } from '@koujing/channel';
import type { WechatAttempt } from './wechat-call.js';

/**
 * The steps of one publication, each committed before or after a remote write.
 * `draftAdding` and `submitting` mean: the write may have been done.
 */
export type Step = 'none' | 'pictures' | 'draftAdding' | 'draftAdded' | 'submitting' | 'submitted';

const steps: readonly Step[] = ['none', 'pictures', 'draftAdding', 'draftAdded', 'submitting', 'submitted'];

/**
 * Where a delivery stands. A new generation follows a proven failure or absence: it keeps pictures and draft
 * (the same draft cannot be published twice) and forgets the job that failed.
 */
export class Progress {
  #step: Step;
  #data: Pending;

  constructor(private readonly attempt: WechatAttempt) {
    const { step, data } = attempt.phase ?? { step: 'none', data: {} };
    const isOlder = data['generation'] !== undefined && data['generation'] !== String(attempt.generation);
    this.#data = isOlder ? withoutJob(data) : data;
    const known = steps.find((candidate) => candidate === step) ?? 'none';
    this.#step = isOlder && known === 'submitted' ? 'draftAdded' : known;
  }

  get step(): Step {
    return this.#step;
  }

  get data(): Pending {
    return this.#data;
  }

  hasReached(step: Step): boolean {
    return steps.indexOf(this.#step) >= steps.indexOf(step);
  }

  /** Committed when it resolves. */
  async reach(step: Step, more: Pending = {}): Promise<void> {
    this.#data = { ...this.#data, ...more, generation: String(this.attempt.generation) };
    this.#step = step;
    await this.attempt.checkpoint(step, this.#data);
  }
}

const withoutJob = (data: Pending): Pending =>
  Object.fromEntries(
    Object.entries(data).filter(([name]) => !['publishId', 'msgId', 'listedAs'].includes(name)),
  );
