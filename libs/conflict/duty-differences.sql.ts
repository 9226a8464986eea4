import type { Queries, Rows } from '@koujing/database';
import { sql, type RawBuilder } from 'kysely';
import type { PassedDuty } from './gap-source.js';

/** A duty that is overdue and not on the board as it stands now. */
export interface FreshDuty extends PassedDuty {
  /** Which of the sources keeps it. */
  readonly source: number;
}

/** The key of a duty's gap (`dutyKey`), in the database's words. */
const key = sql`'duty:' || p.name || ':' || p.subject_kind || ':' || p.subject_id || '@' || p.owner`;

const union = (sources: readonly (readonly Rows[])[]): RawBuilder<unknown> =>
  sql.join(
    sources.flatMap((all, index) =>
      all.map((rows) => sql`select ${sql.lit(index)} as source, passed.* from (${rows}) passed`),
    ),
    sql` union all `,
  );

/**
 * What is overdue and not on the board, or there for another hour: the database compares, and hands over no more than is
 * worked off, however much stands. What was never raised comes first, the longest overdue before others.
 */
export const freshDuties = async (
  queries: Queries,
  sources: readonly (readonly Rows[])[],
  limit: number,
): Promise<readonly FreshDuty[]> => {
  const { rows } = await sql<Row>`
    select p.* from (${union(sources)}) p
      left join finding f on f.key = ${key} and f.kind = 'gap' and f.state <> 'closed'
    where f.id is null or f.due_at is distinct from p.due_at
    order by f.id is not null, p.due_at, p.id limit ${sql.lit(limit)}`.execute(queries);
  return rows.map((row) => ({
    ...{ source: row.source, id: row.id, name: row.name, ownerOrganId: row.owner, dueAt: row.due_at },
    subject: { kind: row.subject_kind, id: row.subject_id },
  }));
};

interface Row {
  readonly source: number;
  readonly id: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly name: string;
  readonly owner: string;
  readonly due_at: Date;
}

/** Gaps of duties on the board that are not overdue any more. */
export const doneDuties = async (
  queries: Queries,
  sources: readonly (readonly Rows[])[],
  limit: number,
): Promise<readonly { readonly id: string }[]> => {
  // `not in` is answered by one hash of the keys, whatever the planner believes to be there; a join of what it takes for a
  // handful would go over all of them for each.
  const { rows } = await sql<{ id: string }>`
    select f.id from finding f
    where f.kind = 'gap' and f.state <> 'closed' and f.key like 'duty:%'
      and f.key not in (select ${key} from (${union(sources)}) p)
    order by f.key limit ${sql.lit(limit)}`.execute(queries);
  return rows;
};
