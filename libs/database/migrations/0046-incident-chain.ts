import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whose duty it was when the release went out stays written, whatever is computed anew later (Art.22).
  sql`create table incident_release (
    incident_id text not null references incident (id), release_id text not null references release (id),
    ordinal integer not null, version integer not null, released_at timestamptz not null, as_of timestamptz not null,
    figures jsonb not null, responsible_organ_id text not null references organ (id), counts boolean not null,
    primary key (incident_id, release_id), unique (incident_id, ordinal))`,
  sql`create table incident_reduction (
    id text primary key, incident_id text not null references incident (id), release_id text not null references release (id),
    digest text not null, reason text not null, stated_by text not null references person (id), stated_at timestamptz not null)`,
  sql`create index incident_reduction_of on incident_reduction (release_id, digest)`,
  // Overdue duties are looked for every minute, however many run.
  sql`create index deadline_overdue on deadline (due_at) where state = 'running'`,
];

export const incidentChain: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
