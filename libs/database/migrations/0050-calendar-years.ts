import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Every import is kept: which table ruled at the time a deadline was computed can be read later (Art.41).
  sql`create table calendar_year (
    id text primary key, year integer not null, days jsonb not null, papers jsonb not null, imported_by text not null,
    imported_at timestamptz not null, superseded_at timestamptz)`,
  sql`create unique index calendar_year_current on calendar_year (year) where superseded_at is null`,
  sql`create table local_rest_day (
    id text primary key, date text not null, name text not null, added_by text not null, added_at timestamptz not null,
    removed_by text, removed_at timestamptz)`,
  sql`create unique index local_rest_day_current on local_rest_day (date) where removed_at is null`,
  // What a pause left of a limit in working days: without it a recomputed end would forget the pause.
  sql`alter table deadline add column remainder jsonb`,
];

export const calendarYears: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
