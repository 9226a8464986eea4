import { sql } from 'kysely';

interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** That an instant lies in a half-open span; of one that is open on both sides, whether there is an instant or not. */
export const within = (column: string, { from, to }: Span) => {
  const at = sql.ref(column);
  const begun = from === null ? sql`true` : sql`${at} >= ${from}`;
  return sql<boolean>`(${begun} and ${to === null ? sql`true` : sql`${at} < ${to}`})`;
};
