import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whose account at the organ's identity provider opens a session here: by the name that an administrator registered
  // until the first sign-in, by the provider's own unchanging subject from then on.
  sql`create table organ_account (
    person_id text primary key references person (id), issuer text not null, name text not null, subject text,
    set_by text not null references person (id), set_at timestamptz not null, bound_at timestamptz)`,
  sql`create unique index organ_account_name on organ_account (issuer, name)`,
  sql`create unique index organ_account_subject on organ_account (issuer, subject) where subject is not null`,
  // The name that waits for another administrator.
  sql`alter table role_change add column account_name text`,
  // How a session was opened: a first password does not bind whoever never used it, and a provider's second factor may count.
  sql`alter table session add column by_organ_account boolean not null default false,
    add column factor_elsewhere boolean not null default false`,
];

export const organAccounts: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
