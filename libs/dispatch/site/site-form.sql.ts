import type { Standing } from '@koujing/channels/portal';
import type { Queries } from '@koujing/database';
import { sql } from 'kysely';

/** A program that runs says so at every tick; one that was not heard for so long is gone, and its form with it. */
const standsMs = 60_000;
const sayEveryMs = 15_000;

export const formNow = async (queries: Queries, accountId: string): Promise<string | null> => {
  const row = await queries
    .selectFrom('portal_form')
    .select('form')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.form ?? null;
};

/** Articles in that form, and none of them owed: on a site without a form they are written in whatever form there is. */
export const isDressed = async (queries: Queries, accountId: string, form: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 where not exists (select from portal_form where account_id = ${accountId} and form <> ${form})
      and not exists (select from portal_owed where account_id = ${accountId} and part::jsonb ->> 'kind' = 'articles')`.execute(
    queries,
  );
  return rows.length > 0;
};

/** A form that is new to the site takes over at once; a known one only when nobody stands for the current one. */
export const standFor = async (queries: Queries, accountId: string, form: string): Promise<Standing> => {
  const { rows } = await sql<{ current: string | null; known: boolean; stands: boolean }>`
    select (select form from portal_form where account_id = ${accountId}) as current,
      exists (select from portal_form_seen where account_id = ${accountId} and form = ${form}) as known,
      exists (
        select from portal_form_seen seen join portal_form using (account_id, form)
        where account_id = ${accountId}
          and seen.seen_at > clock_timestamp() - ${standsMs} * interval '1 millisecond') as stands`.execute(
    queries,
  );
  const { current = null, known = false, stands = false } = rows[0] ?? {};
  if (current !== form) return known && stands ? 'yields' : 'takesOver';
  await saySeen(queries, accountId, form);
  return 'current';
};

export const takeForm = async (queries: Queries, accountId: string, form: string): Promise<void> => {
  await queries
    .insertInto('portal_form')
    .values({ account_id: accountId, form })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ form }))
    .execute();
  await saySeen(queries, accountId, form);
};

const saySeen = async (queries: Queries, accountId: string, form: string): Promise<void> => {
  await sql`
    insert into portal_form_seen (account_id, form) values (${accountId}, ${form})
    on conflict (account_id, form) do update set seen_at = clock_timestamp()
    where portal_form_seen.seen_at < clock_timestamp() - ${sayEveryMs} * interval '1 millisecond'`.execute(
    queries,
  );
};
