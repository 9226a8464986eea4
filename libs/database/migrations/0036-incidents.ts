import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table incident (
    id text primary key, title text not null, kind text not null, accident text not null,
    level text, suggested_level text, level_reason text not null default '',
    occurred_at timestamptz not null, learned_at timestamptz not null, first_release_at timestamptz,
    opinion_formed_at timestamptz, conference_held_at timestamptz,
    place text not null, county_organ_ids jsonb not null, handling_organ_id text not null references organ (id),
    parties jsonb not null default '[]', matter_id text not null unique references matter (id),
    responsible_organ_id text not null references organ (id), headquarters_organ_id text references organ (id),
    necessity text, permission jsonb, override jsonb, leader_spoke jsonb,
    state text not null, closed_at timestamptz, closed_reason text,
    reported_by text not null references person (id), revision integer not null default 1, updated_at timestamptz not null)`,
  sql`create index incident_open on incident (occurred_at) where state = 'open'`,
  sql`create table incident_headquarters (
    id text primary key, incident_id text not null references incident (id), organ_id text not null references organ (id),
    set_up_at timestamptz not null, set_up_by text not null references person (id), basis text not null,
    dissolved_at timestamptz, dissolved_by text references person (id), dissolved_reason text)`,
  sql`create unique index incident_headquarters_standing on incident_headquarters (incident_id) where dissolved_at is null`,
  // Append only: what was known when is the evidence of Art.39(3).
  sql`create table incident_figures (
    id text primary key, incident_id text not null references incident (id), as_of timestamptz not null,
    source text not null, figures jsonb not null, reason text not null default '',
    recorded_by text not null references person (id), recorded_at timestamptz not null)`,
  sql`create index incident_figures_of on incident_figures (incident_id, as_of)`,
];

export const incidents: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
