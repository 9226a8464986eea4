import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Findings on one matter are one row of the board.
  sql`create table finding_group (
    id text primary key, title text not null, matter_id text unique references matter (id), created_at timestamptz not null)`,
  sql`alter table finding add column group_id text references finding_group (id)`,
  sql`insert into finding_group (id, title, matter_id, created_at)
    select id, left(explanation, 60), null, raised_at from finding`,
  sql`update finding set group_id = id`,
  sql`alter table finding alter column group_id set not null`,
  sql`create index finding_of_group on finding (group_id)`,
  // What a ruling was made on, because the finding may change after it; and the ruling it repeats, if it does.
  sql`alter table ruling add column basis jsonb not null default '[]'`,
  sql`alter table ruling add column confidence double precision not null default 0`,
  sql`alter table ruling add column attributes jsonb not null default '[]'`,
  sql`alter table ruling add column follows text references ruling (id)`,
  sql`alter table ruling add column target_release_id text references release (id)`,
  sql`create table correction_duty (
    id text primary key, finding_id text not null references finding (id), ruling_id text not null references ruling (id),
    release_id text not null references release (id), organ_id text not null references organ (id), kind text not null,
    demand text not null, imposed_at timestamptz not null, ended_at timestamptz, outcome text)`,
  sql`create unique index correction_duty_open on correction_duty (finding_id, release_id) where ended_at is null`,
  sql`create index correction_duty_of_release on correction_duty (release_id)`,
];

export const findingGroups: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
