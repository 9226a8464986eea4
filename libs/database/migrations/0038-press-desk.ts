import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Append only: each look at a credential is a record of its own (Art.20 登记备案).
  sql`create table accreditation_check (
    id text primary key, reporter_id text not null references media_reporter (id), credential text not null,
    number text not null default '', register text not null, official boolean not null, confirmed boolean not null,
    valid_to text, led_by_id text references media_reporter (id), matter_id text references matter (id),
    note text not null default '', checked_by text not null references person (id), checked_at timestamptz not null)`,
  sql`create index accreditation_check_of on accreditation_check (reporter_id, credential, number, checked_at desc)`,
  // The newest look at each credential counts; who is led stands as long as the leader's own credential does.
  sql`create view reporter_standing as
    with newest as (
      select distinct on (reporter_id, credential, number) * from accreditation_check
      order by reporter_id, credential, number, checked_at desc, id desc),
    held as (
      select reporter_id, max(valid_to) as until, max(valid_to) filter (where official) as official_until
      from newest where confirmed and led_by_id is null group by reporter_id),
    stands as (
      select reporter_id, until, official_until, null::text as led_by_id from held
      union all
      select led.reporter_id, held.until, null, led.led_by_id
      from newest led join held on held.reporter_id = led.led_by_id where led.confirmed)
    select reporter_id, max(until) as until, max(official_until) as official_until,
      (array_agg(led_by_id order by until desc, led_by_id nulls first))[1] as led_by_id
    from stands group by reporter_id`,
  sql`create table interview (
    id text primary key, outlet_id text not null references media_outlet (id), reporter_id text references media_reporter (id),
    organ_id text not null references organ (id), matter_id text references matter (id),
    subject text not null, questions text not null, via text not null,
    received_at timestamptz not null, received_by text not null references person (id), state text not null,
    replied_at timestamptz, alarmed_at timestamptz, accepted jsonb, arrangement jsonb, held jsonb, refusal jsonb, closing jsonb,
    revision integer not null default 1, updated_at timestamptz not null)`,
  sql`create index interview_unanswered on interview (received_at) where state = 'received'`,
  sql`create index interview_of_organ on interview (organ_id, received_at desc)`,
  // Append only: what was told a reporter is told.
  sql`create table media_answer (
    id text primary key, organ_id text not null references organ (id), form text not null,
    outlet_id text not null references media_outlet (id), reporter_id text references media_reporter (id),
    interview_id text references interview (id), matter_id text references matter (id),
    question text not null, answer text not null, answered_by text not null, answered_at timestamptz not null,
    lines jsonb not null, departures jsonb not null, departure_reason text not null,
    logged_by text not null references person (id), logged_at timestamptz not null)`,
  sql`create index media_answer_newest on media_answer (answered_at desc, id desc)`,
];

export const pressDesk: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
