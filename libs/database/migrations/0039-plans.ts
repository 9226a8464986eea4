import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // 上级指令 (Art.39(5)).
  sql`create table directive (
    id text primary key, from_organ_id text not null references organ (id), to_organ_id text not null references organ (id),
    title text not null, text text not null, demand text not null, matter_id text references matter (id), line_id text,
    opened_matter boolean not null default false, issued_by text not null references person (id), issued_at timestamptz not null,
    acknowledge_by timestamptz not null, due_at timestamptz not null, state text not null,
    acknowledged_by text references person (id), acknowledged_at timestamptz, fulfilled_by text, fulfilled_at timestamptz,
    release_id text references release (id), report text not null default '', withdrawn_by text references person (id),
    withdrawn_at timestamptz, withdrawn_reason text not null default '', revision integer not null, updated_at timestamptz not null)`,
  sql`create index directive_open on directive (due_at) where state in ('issued', 'acknowledged')`,
  sql`create index directive_of on directive (to_organ_id, issued_at desc)`,
  sql`create index directive_on on directive (matter_id)`,
  // 会议议定事项的新闻发布方案 (Art.18).
  sql`create table release_plan (
    id text primary key, meeting_organ_id text not null references organ (id), meeting text not null, met_on text not null,
    item text not null, lead_organ_id text not null references organ (id), outline text not null, release_kind text not null,
    proposed_level text not null, proposed_form text not null, level text, form text, due_at timestamptz not null,
    parts jsonb not null, state text not null, drafted_by text not null references person (id), proposed_by text, proposed_at timestamptz,
    decided_by text, decided_at timestamptz, leader text not null default '', decision_note text not null default '',
    ended_by text, ended_at timestamptz, end_note text not null default '', matter_id text references matter (id),
    revision integer not null, created_at timestamptz not null, updated_at timestamptz not null)`,
  sql`create index release_plan_of on release_plan (lead_organ_id, created_at desc)`,
  sql`create index release_plan_on on release_plan (matter_id)`,
];

export const plans: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
