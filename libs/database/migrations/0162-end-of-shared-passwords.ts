import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an administrator gives lasts a week; longer lasts only the one password that a file of people gave to all. */
const statements = [
  sql`update person set first_password_until = now() where first_password_until > now() + interval '7 days'`,
];

export const endOfSharedPasswords: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
