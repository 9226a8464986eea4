import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table deadline (
    id text primary key, rule text not null, subject_kind text not null, subject_id text not null,
    organ_id text not null references organ (id), title text not null, link text not null, event_at timestamptz not null,
    started_at timestamptz not null, due_at timestamptz not null, provisional boolean not null, terms jsonb not null,
    state text not null, paused_at timestamptz, stage integer not null default 0, next_at timestamptz, settled_at timestamptz)`,
  sql`create unique index deadline_open on deadline (rule, subject_kind, subject_id) where state in ('running', 'paused')`,
  sql`create index deadline_of_subject on deadline (subject_kind, subject_id)`,
  sql`create index deadline_of_organ on deadline (organ_id, due_at) where state in ('running', 'paused')`,
  // The minute tick reads this index alone, however many deadlines are open.
  sql`create index deadline_next on deadline (next_at) where state = 'running' and next_at is not null`,
  sql`create table deadline_event (
    id text primary key, deadline_id text not null references deadline (id), at timestamptz not null, actor text not null,
    event text not null, detail jsonb not null default '{}')`,
  sql`create index deadline_event_of on deadline_event (deadline_id, at)`,
];

export const deadlines: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
