import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '@koujing/kernel';
import { administer } from '../../support/postgres.js';

/**
 * The time of the simulated week: as far ahead of the machine's as it was moved, for the house's processes, their database
 * server and the platforms alike. The product knows nothing of it: a process is started with `moved-clock.mjs`, and the
 * server, whose clock cannot be set alone, finds functions of ours before its own.
 */
export class MovedTime implements Clock {
  readonly #path: string;
  #moved = 0;

  constructor(
    folder: string,
    private readonly server: string | null,
  ) {
    this.#path = join(folder, 'moved-clock');
    this.#write(0);
  }

  get environment(): Readonly<Record<string, string>> {
    const preload = pathToFileURL(join(process.cwd(), 'test/support/moved-clock.mjs')).href;
    return { NODE_OPTIONS: `--import ${preload}`, MOVED_CLOCK: this.#path };
  }

  get moved(): number {
    return this.#moved;
  }

  now(): Date {
    return new Date(Date.now() + this.#moved);
  }

  monotonic(): number {
    return performance.now();
  }

  /** The server learns to be moved, before the house makes its schema in it. */
  async teach(): Promise<void> {
    if (this.server === null) return;
    const steps = [
      'create schema if not exists travel',
      'create table if not exists travel.journey (ms double precision not null)',
      'insert into travel.journey select 0 where not exists (select from travel.journey)',
      ...['now', 'transaction_timestamp', 'statement_timestamp', 'clock_timestamp'].map(
        (name) => `create or replace function travel.${name}() returns timestamptz language sql
          ${name === 'clock_timestamp' ? 'volatile' : 'stable'} as
          'select pg_catalog.${name}() + (select ms from travel.journey) * interval ''1 millisecond'''`,
      ),
      'alter role postgres set search_path = public, travel, pg_catalog',
    ];
    for (const step of steps) await administer(step, this.server);
  }

  /** Not at one instant everywhere: processes look every 50 ms, as machines of one house are never set together either. */
  async moveTo(milliseconds: number): Promise<void> {
    this.#moved = milliseconds;
    this.#write(milliseconds);
    if (this.server !== null) await administer(`update travel.journey set ms = ${milliseconds}`, this.server);
  }

  #write(milliseconds: number): void {
    writeFileSync(`${this.#path}.new`, String(milliseconds));
    renameSync(`${this.#path}.new`, this.#path);
  }
}
