import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table matter (
    id text primary key, title text not null, kind text not null, trigger text,
    owner_organ_id text not null references organ (id), lead_organ_id text references organ (id),
    concerned_organ_ids jsonb not null default '[]', state text not null,
    opened_at timestamptz not null, due_at timestamptz, closed_at timestamptz, closed_reason text,
    opened_by text not null references person (id), revision integer not null default 1, updated_at timestamptz not null)`,
  sql`create index matter_due on matter (due_at) where state = 'open' and due_at is not null`,
  // Append only: what was agreed is never overwritten, a change is the next version of its line.
  sql`create table agreed_line (
    id text primary key, line_id text not null, matter_id text not null references matter (id), version integer not null,
    attribute text not null, about text not null, value text not null, unit text not null, as_of timestamptz,
    owner_organ_id text not null references organ (id), retired boolean not null, reason text not null,
    changed_by text not null references person (id), changed_at timestamptz not null, unique (line_id, version))`,
  sql`create index agreed_line_of_matter on agreed_line (matter_id)`,
  // Until now the column held a name that nothing looked up.
  sql`update release set matter = null`,
  sql`alter table release add constraint release_matter foreign key (matter) references matter (id)`,
  sql`create index release_of_matter on release (matter) where matter is not null`,
];

export const matters: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
