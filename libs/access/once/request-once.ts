import { withinRequest, type Database, type RepeatableRequest } from '@koujing/database';
import { Problem, type Clock } from '@koujing/kernel';
import { accessRefusal } from '../refusal.js';
import type { KnownRequest, RequestName, RequestOnceStore } from './request-once-store.sql.js';

/** A day: whoever repeats a write later than that has to look first. */
export const REMEMBERED_MS = 24 * 3_600_000;

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

const toldOf = ({ status, code, reasons }: Problem): Answered => ({ status, body: { code, reasons } });

type TakenState = 'open' | 'taken';

/** Thrown in the transaction of a repetition, so that it leaves nothing behind. */
class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone';
}

/**
 * A write under a key of its sender's is done once however often it is sent. The key commits with the first transaction of
 * what was asked: where the process dies before, nothing was done and a repetition does it; where it dies after, a
 * repetition is told so and nothing is done twice. What left nothing behind keeps no key.
 */
export class RequestOnce {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly requests: RequestOnceStore;
      readonly clock: Clock;
    },
  ) {}

  async perform(
    name: RequestName,
    work: () => Promise<Answered>,
  ): Promise<Answered & { readonly repeated: boolean }> {
    const { database, requests } = this.parts;
    const known = await requests.find(database.queries, name);
    if (known !== null) return this.#again(known, name);
    const request = this.#request(name);
    try {
      const answered = await withinRequest(request, work);
      if (request.state() === 'taken') await this.#keep(name, answered);
      return { ...answered, repeated: false };
    } catch (error) {
      // Refused, and something stands all the same: a wrong password was counted.
      if (error instanceof Problem && request.state() === 'taken') await this.#keep(name, toldOf(error));
      if (!(error instanceof AlreadyDone)) throw error;
      const done = await requests.find(database.queries, name);
      if (done === null) throw error;
      return this.#again(done, name);
    } finally {
      request.end();
    }
  }

  async #keep(name: RequestName, answered: Answered): Promise<void> {
    const { database, requests } = this.parts;
    if (!name.secret) await requests.answered(database.queries, name, answered);
  }

  /** What was asked a day ago and longer. */
  async forget(): Promise<void> {
    const { database, requests, clock } = this.parts;
    await requests.forgetBefore(database.queries, new Date(clock.now().getTime() - REMEMBERED_MS));
  }

  #request(
    name: RequestName,
  ): RepeatableRequest & { readonly state: () => TakenState; readonly end: () => void } {
    const { requests, clock } = this.parts;
    let state: TakenState = 'open';
    return {
      state: () => state,
      // What goes on after the answer, in a timer that was set meanwhile, is not what was asked.
      end: () => (state = 'taken'),
      claim: () => {
        if (state === 'taken') return false;
        state = 'taken';
        return true;
      },
      take: async (queries) => {
        if (!(await requests.take(queries, name, clock.now()))) throw new AlreadyDone();
      },
      release: () => (state = 'open'),
    };
  }

  #again({ digest, answer }: KnownRequest, name: RequestName): Answered & { readonly repeated: true } {
    if (digest !== name.digest) throw new Problem('refused', [accessRefusal.requestKeyReused]);
    if (answer === null) throw new Problem('stale', [accessRefusal.requestUnanswered]);
    return { ...answer, repeated: true };
  }
}
