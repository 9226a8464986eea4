import type { Database } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import { warning, type Diagnosis } from './diagnosis.js';

/** The rarest looks are six hours apart, and one that comes to nothing is taken again: a day without any is no accident. */
const patienceMs = 24 * 3_600_000;

/** Accounts on which nobody has looked for a day for what was not sent from here, and why. */
export const checkWatch = async ({ queries }: Database, now: Date): Promise<readonly Diagnosis[]> => {
  const { rows: known } = await sql`
    select 1 where to_regclass('site_watch') is not null and to_regclass('account_watch') is not null`.execute(
    queries,
  );
  // A database of an older program; `schema` says so.
  if (known.length === 0) return [];
  const { rows } = await sql<{ name: string; lookedAt: Date | null; reason: string }>`
    select a.name, w.looked_at as "lookedAt", w.reason from (
      select account_id, looked_at, since, reason from site_watch
      union all select account_id, looked_at, since, reason from account_watch o
        where not exists (select from site_watch s where s.account_id = o.account_id)) w
      join account a on a.id = w.account_id
    where a.enabled and w.reason is not null
      and coalesce(w.looked_at, w.since) < ${new Date(now.getTime() - patienceMs)}
    order by a.id`.execute(queries);
  return rows.map(({ name, lookedAt, reason }) =>
    warning(
      'watch',
      `“${name}”${lookedAt === null ? '从未看完过一次' : `自 ${civilTime(lookedAt).slice(0, 16)} 起没有看成`}有没有不是由此发出的内容：${reason}。请在“设置 · 渠道账号”核对。`,
      `Nobody could look through "${name}" for what was not sent from here ${lookedAt === null ? 'to the end yet' : `since ${civilTime(lookedAt).slice(0, 16)}`}: ${reason}. See the channel accounts in the console.`,
    ),
  );
};
