import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Art.39(2): a refusal without a reason, or by one hand alone, cannot even be stored.
  sql`alter table interview add constraint interview_refused_by_two check (state <> 'refused' or coalesce(
    refusal->>'reason' <> '' and refusal->>'text' <> '' and refusal->>'approvedBy' <> refusal->>'proposedBy', false))`,
  sql`alter table media_answer add column subject text not null default ''`,
  // Null: its members are named one by one.
  sql`alter table mailing_list add column rule jsonb`,
  // Who comes to a press conference; the conference is another lib's.
  sql`create table conference_registration (
    id text primary key, conference_id text not null, reporter_id text not null references media_reporter (id),
    state text not null, note text not null default '', registered_by text not null references person (id),
    registered_at timestamptz not null, decided_by text references person (id), decided_at timestamptz,
    unique (conference_id, reporter_id))`,
];

export const pressRules: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
