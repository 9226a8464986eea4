import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table routine_duty (
    organ_id text primary key references organ (id), since timestamptz not null,
    set_by text not null references person (id))`,
  // One clock per organ, rule and period, however often the tick runs.
  sql`create table routine_period (
    organ_id text not null references organ (id), rule text not null, period text not null,
    started_at timestamptz not null, ended boolean not null, primary key (organ_id, rule, period))`,
  sql`create index routine_period_open on routine_period (started_at) where not ended`,
];

export const routineDuties: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
