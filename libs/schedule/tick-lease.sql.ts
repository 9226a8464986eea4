import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** Longer than any tick takes; when its holder dies, the next tick of another process goes ahead. */
const leaseMs = 30_000;

/** One process per tick: `@nestjs/schedule` fires in every one of them. */
export class TickLease {
  constructor(private readonly name = 'schedule-tick') {}

  /** True if this holder is the one to do the tick; the mark tells ticks apart and only ever grows. */
  async take(queries: Queries, holder: string, mark: string): Promise<boolean> {
    const { rows } = await sql`
      insert into lease (name, holder, until, mark)
      values (${this.name}, ${holder}, clock_timestamp() + ${leaseMs} * interval '1 millisecond', ${mark})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until, mark = excluded.mark
      where lease.mark is null or (lease.mark < excluded.mark and lease.until < clock_timestamp())
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
