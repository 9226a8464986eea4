import { setTimeout as pause } from 'node:timers/promises';
import { troubleOf, type Database, type Trouble } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { doorWords } from './words.js';

/** A load balancer asks every few seconds and gives up after about as many. */
const answersWithinMs = 3_000;

/** Why this process should be given nothing to do at present; empty if it can work. */
export class Readiness {
  constructor(
    private readonly database: Database,
    private readonly disk: () => Trouble | null,
  ) {}

  async reasons(): Promise<readonly Reason[]> {
    const troubles = [this.disk(), await this.#database()].filter((trouble) => trouble !== null);
    return troubles.map((trouble) => doorWords[trouble]);
  }

  async #database(): Promise<Trouble | null> {
    const asked = this.database.now().then(
      () => null,
      (error: unknown) => troubleOf(error) ?? 'away',
    );
    return Promise.race([asked, pause(answersWithinMs, 'away' as const, { ref: false })]);
  }
}
