import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What the city's file of people listed when it was last read: only what it lists newly is granted.
  sql`create table listed_role (
    person_id text not null references person (id), organ_id text not null references organ (id), role text not null,
    primary key (person_id, organ_id, role))`,
  // Whom a person found to be no main leader (Art.5(6)), the file does not make one again at the next start.
  sql`insert into listed_role (person_id, organ_id, role)
    select distinct former.id, entry.subject_id, 'principalLeader'
    from audit_entry entry cross join lateral jsonb_array_elements_text(entry.detail->'former') as former (id)
    where entry.action = 'organ.settleLeader' and former.id <> entry.detail->>'leader'`,
];

export const listedRoles: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
