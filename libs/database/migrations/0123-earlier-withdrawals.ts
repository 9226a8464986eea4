import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was withdrawn before 0110 kept a list of it: its addresses are told as gone, by every web server. */
const statement = sql`insert into withdrawn_page (account_id, release_id, version, withdrawn_at)
  select delivery.account_id, delivery.release_id, max(delivery.version),
    date_trunc('minute', max(delivery.updated_at))
  from delivery join account on account.id = delivery.account_id and account.channel = 'portal'
  where delivery.state = 'withdrawn' and not exists (
    select from published_page page
    where page.account_id = delivery.account_id and page.release_id = delivery.release_id)
  group by delivery.account_id, delivery.release_id
  on conflict do nothing`;

export const earlierWithdrawals: Migration = {
  async up(database: Kysely<unknown>) {
    await statement.execute(database);
  },
};
