import type { Clock } from '@koujing/kernel';
import type { Accounts } from './account.js';
import type { FaultBoard } from './fault-board.js';
import type { Journal } from './journal.js';
import type { Memory } from './memory.js';

/** What every stand-in server shares. */
export interface World {
  readonly clock: Clock;
  readonly memory: Memory;
  readonly faults: FaultBoard;
  readonly accounts: Accounts;
  readonly journal: Journal;
  readonly timers: Timers;
  /** Where bounces are sent by SMTP; may be set while it runs. */
  readonly returns: { smtp: ReturnsTo | null };
  /** Known once the server listens, e.g. `http://127.0.0.1:4001`. */
  httpUrl(): string;
}

export interface ReturnsTo {
  readonly host: string;
  readonly port: number;
}

/** Things that happen by themselves a little later; closing forgets them. */
export class Timers {
  readonly #running = new Set<NodeJS.Timeout>();

  later(milliseconds: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      task();
    }, milliseconds);
    timer.unref();
    this.#running.add(timer);
  }

  stop(): void {
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}

/** The civil date in the city's zone, `2026-11-23`: day quotas turn over at Beijing midnight. */
export const cityDate = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);

/** An instant so many milliseconds later, ISO 8601. */
export const isoAfter = (clock: Clock, milliseconds: number): string =>
  new Date(clock.now().getTime() + milliseconds).toISOString();

export const isPast = (clock: Clock, instant: string): boolean =>
  clock.now().getTime() >= new Date(instant).getTime();
