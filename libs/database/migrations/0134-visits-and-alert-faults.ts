import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The page of a heard text is opened again while it is compared; null: no more.
  sql`alter table heard_text add column next_look_at timestamptz, add column looks integer not null default 0,
    add column misses integer not null default 0`,
  sql`update heard_text set next_look_at = heard_at where not withdrawn`,
  sql`create index heard_text_visit on heard_text (next_look_at) where not withdrawn`,
  // Is an address outside one of what went out from here?
  sql`create index delivery_receipt_url on delivery ((receipt ->> 'url')) where receipt is not null`,
  // Of all releases, those that may be owed an alert.
  sql`create index release_alert on release (released_at) where kind in ('warning', 'emergency')`,
  // An alert that could not be issued, told once.
  sql`create table alert_fault (
    release_id text not null references release (id), version integer not null, act text not null, faults text not null,
    told_at timestamptz not null, primary key (release_id, version, act))`,
];

export const visitsAndAlertFaults: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
