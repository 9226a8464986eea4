import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Longer than any tick takes; when its holder dies, the next tick of another process goes ahead. */
const leaseMs = 30_000;

/** A mark further ahead than this is of a clock that has been set back since: waiting for it would hold every hour up. */
const aheadMs = 60_000;

/** One process per tick: `@nestjs/schedule` fires in every one of them. */
export class TickLease {
  constructor(private readonly name = 'schedule-tick') {}

  /** True if this holder is the one to do the tick; the mark tells ticks apart, as an ISO instant. */
  async take(queries: Queries, holder: string, mark: string): Promise<boolean> {
    const beyond = new Date(Date.parse(mark) + aheadMs).toISOString();
    const { rows } = await sql`
      insert into lease (name, holder, until, mark)
      values (${this.name}, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond', ${mark})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until, mark = excluded.mark
      where lease.mark is null or ((lease.mark < excluded.mark or lease.mark > ${beyond})
        and (lease.until < clock_timestamp() or lease.until > excluded.until))
      returning name`.execute(queries);
    return rows.length > 0;
  }

  /** The tick is done; the next one need not wait for the lease to end. */
  async finish(queries: Queries, holder: string): Promise<void> {
    await sql`update lease set until = clock_timestamp() where name = ${this.name} and holder = ${holder}`.execute(
      queries,
    );
  }
}
