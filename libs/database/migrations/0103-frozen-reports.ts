import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A report that was closed: content, the rows behind its numbers, and a digest over both; '' as organ is the whole city.
  sql`create table frozen_report (
    id text primary key, name text not null, first_day text not null, last_day text not null,
    organ_id text not null default '', content jsonb not null, digest text not null,
    closed_by text not null references person (id), closed_at timestamptz not null,
    unique (name, first_day, last_day, organ_id))`,
  sql`create table frozen_report_row (
    report_id text not null references frozen_report (id), measure text not null, id text not null,
    organ_id text not null, at timestamptz, title text not null, link text not null, note text not null,
    kind text not null, outcome text not null, part text not null, primary key (report_id, measure, id))`,
  // The coordinators' daily report of what is not ruled on, as it was sent; a day is told once.
  sql`create table inconsistency_digest (
    day text primary key, made_at timestamptz not null, content jsonb not null, digest text not null)`,
];

export const frozenReports: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
