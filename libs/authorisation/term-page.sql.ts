import type { Visibility } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { TermState } from './term.js';

export interface TermFilter {
  readonly visibility: Visibility;
  readonly organ?: string;
  readonly state?: TermState;
  readonly now: Date;
  readonly page: number;
  readonly pageSize: number;
}

/** The ids of one page of terms that this person may see, newest first: the two tables are read alike. */
export const pageOfTerms = async (
  queries: Queries,
  table: 'authorisation' | 'delegation',
  { visibility, organ, state, now, page, pageSize }: TermFilter,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> => {
  const where = [
    visibility.all ? sql`true` : sql`organ_id = any(${[...visibility.organIds]}::text[])`,
    organ === undefined ? sql`true` : sql`organ_id = ${organ}`,
    state === undefined ? sql`true` : stateIs(state, now),
  ];
  const conditions = sql.join(where, sql` and `);
  const { rows } = await sql<{ id: string; total: number }>`
    select id, (count(*) over ())::int as total from ${sql.table(table)} where ${conditions}
    order by recorded_at desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(queries);
  if (rows.length > 0 || page === 1) return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from ${sql.table(table)} where ${conditions}`.execute(queries);
  return { ids: [], total: counted.rows[0]?.total ?? 0 };
};

const stateIs = (state: TermState, now: Date) => {
  switch (state) {
    case 'revoked':
      return sql`revoked_at is not null`;
    case 'pending':
      return sql`(revoked_at is null and from_at > ${now})`;
    case 'inForce':
      return sql`(revoked_at is null and from_at <= ${now} and to_at > ${now})`;
    case 'expired':
      return sql`(revoked_at is null and to_at <= ${now})`;
  }
};
