import { sql } from 'kysely';
import type { Database } from '@koujing/database';
import type { Clock } from '@koujing/kernel';

/** Real time plus all that was travelled: what stands still would run away from a database's clock. */
export class ShiftedClock implements Clock {
  #travelled = 0;

  now(): Date {
    return new Date(Date.now() + this.#travelled);
  }

  monotonic(): number {
    return performance.now() + this.#travelled;
  }

  travel(milliseconds: number): void {
    this.#travelled += milliseconds;
  }
}

/**
 * Lets an embedded database travel as well. Its one session finds a clock of ours before the built-in one,
 * so that leases, due times and settling times pass without a word of the product knowing.
 */
export const travelling = async (
  { queries }: Database,
  clock: ShiftedClock,
): Promise<(milliseconds: number) => Promise<void>> => {
  const steps = [
    sql`create schema travel`,
    sql`create table travel.journey (ms double precision not null)`,
    sql`insert into travel.journey values (0)`,
    sql`create function travel.clock_timestamp() returns timestamptz language sql volatile as
      'select pg_catalog.clock_timestamp() + (select ms from travel.journey) * interval ''1 millisecond'''`,
    sql`create function travel.statement_timestamp() returns timestamptz language sql stable as
      'select pg_catalog.statement_timestamp() + (select ms from travel.journey) * interval ''1 millisecond'''`,
    sql`set search_path = public, travel, pg_catalog`,
  ];
  for (const step of steps) await step.execute(queries);
  return async (milliseconds) => {
    clock.travel(milliseconds);
    await sql`update travel.journey set ms = ms + ${milliseconds}`.execute(queries);
  };
};
