import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // CAP messages as they were issued; never changed but for the hour at which the file was first written.
  sql`create table alert_message (
    identifier text primary key, release_id text not null references release (id), version integer not null,
    act text not null, matter_id text, sender text not null, sent_at timestamptz not null, expires_at timestamptz not null,
    headline text not null, sender_name text not null, xml text not null, written_at timestamptz,
    unique (release_id, version, act))`,
  sql`create index alert_message_of_matter on alert_message (matter_id, expires_at)`,
  sql`create index alert_message_newest on alert_message (sent_at desc)`,
];

export const alertMessages: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
