import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Who left a list stays off it, whatever names them there again, until somebody lifts it with a reason.
  sql`create table list_departure (
    id text primary key, list_id text not null references mailing_list (id), address_key text not null, by_way text not null,
    left_at timestamptz not null, lifted_at timestamptz, lifted_by text references person (id),
    lift_reason text not null default '')`,
  sql`create unique index list_departure_standing on list_departure (list_id, address_key) where lifted_at is null`,
];

export const listDepartures: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
