import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whose a post on an account of ours is: asked by what the platform calls it, among all that was ever sent there. Mails, which
  // nobody lists, are left out: they are most of the ledger.
  sql`create index delivery_remote_id on delivery (account_id, (receipt ->> 'remoteId'))
    where recipient = '' and receipt is not null`,
  sql`create index delivery_listed_as on delivery (account_id, (receipt -> 'data' ->> 'listedAs'))
    where recipient = '' and receipt -> 'data' ->> 'listedAs' is not null`,
  // Published without an address of its own: told by title or link, within a month.
  sql`create index delivery_without_url on delivery (account_id, updated_at)
    where recipient = '' and receipt ->> 'url' is null`,
];

export const strayLookups: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
