import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table authorisation (
    id text primary key, organ_id text not null references organ (id), grantor_id text not null references person (id),
    grantee_id text not null references person (id), kinds jsonb not null, subjects jsonb not null, note text not null,
    from_at timestamptz not null, to_at timestamptz not null, revoked_at timestamptz, revoke_reason text,
    recorded_by text not null references person (id), recorded_at timestamptz not null, check (to_at > from_at))`,
  sql`create index authorisation_of_organ on authorisation (organ_id, recorded_at)`,
  sql`create table delegation (
    id text primary key, organ_id text not null references organ (id), role text not null,
    from_person_id text not null references person (id), to_person_id text not null references person (id),
    reason text not null, from_at timestamptz not null, to_at timestamptz not null, revoked_at timestamptz,
    revoke_reason text, recorded_at timestamptz not null, check (to_at > from_at))`,
  sql`create index delegation_of_organ on delegation (organ_id, to_at)`,
  sql`alter table signature add column on_behalf_of text references person (id),
    add column authorisation_id text references authorisation (id)`,
  sql`alter table session add column proved_at timestamptz`,
  // Until now whoever held "approver" approved by office. They are entered as main leaders, so that no organ stands
  // without one over night; the city's administrator then takes the role from those who are only authorised.
  sql`insert into role_grant (person_id, organ_id, role)
    select person_id, organ_id, 'principalLeader' from role_grant where role = 'approver' on conflict do nothing`,
  // Whole-of-city matters are sent up (Art.14(d)).
  sql`alter table release add column superior_organ_id text references organ (id)`,
];

export const authorisations: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
