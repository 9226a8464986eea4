import type { Owed, Part } from '@koujing/channels/portal';
import type { Queries } from '@koujing/database';
import { canonicalJson } from '@koujing/kernel';
import { sql } from 'kysely';

/** Rows of one statement: a site that is written anew owes thousands. */
const batch = 1_000;

/** What is owed already is owed anew: whoever is writing it now may have read the older state. */
export const owe = async (queries: Queries, accountId: string, parts: readonly Part[]): Promise<void> => {
  const keys = [...new Set(parts.map((part) => canonicalJson(part)))];
  for (let at = 0; at < keys.length; at += batch)
    await queries
      .insertInto('portal_owed')
      .values(keys.slice(at, at + batch).map((part) => ({ account_id: accountId, part })))
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'part']).doUpdateSet({ turn: sql`excluded.turn` }),
      )
      .execute();
};

export const nowOwed = async (queries: Queries, accountId: string): Promise<readonly Owed[]> => {
  const rows = await queries
    .selectFrom('portal_owed')
    .select(['part', 'turn'])
    .where('account_id', '=', accountId)
    .orderBy('turn')
    .execute();
  return rows.map(({ part, turn }) => ({ part: JSON.parse(part) as Part, turn }));
};

export const settled = async (queries: Queries, accountId: string, owed: readonly Owed[]): Promise<void> => {
  if (owed.length === 0) return;
  const rows = owed.map(({ part, turn }) => sql`(${canonicalJson(part)}::text, ${turn}::bigint)`);
  await sql`
    delete from portal_owed where account_id = ${accountId} and (part, turn) in (${sql.join(rows)})`.execute(
    queries,
  );
};

export const formNow = async (queries: Queries, accountId: string): Promise<string | null> => {
  const row = await queries
    .selectFrom('portal_form')
    .select('form')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.form ?? null;
};

export const oweForm = async (queries: Queries, accountId: string, form: string): Promise<void> => {
  await queries
    .insertInto('portal_form')
    .values({ account_id: accountId, form })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ form }))
    .execute();
};
