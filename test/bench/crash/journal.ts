import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the run did and saw, one JSON line each, written as it happens: a run that was cut short can still be read. */
export class Journal {
  readonly path: string;
  readonly #startedAt = performance.now();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, 'journal.jsonl');
  }

  write(event: string, facts: Readonly<Record<string, unknown>> = {}): void {
    const seconds = Math.round((performance.now() - this.#startedAt) / 100) / 10;
    appendFileSync(this.path, `${JSON.stringify({ seconds, event, ...facts })}\n`);
  }
}
