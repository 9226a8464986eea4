import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What a standing gap stands for, so that the database compares it each minute with what is overdue and hands over only what
  // differs. A gap without them is looked at once and gets them.
  sql`alter table finding add column owner_organ_id text, add column due_at timestamptz`,
  sql`update finding f set owner_organ_id = m.owner_organ_id, due_at = m.due_at from matter m
    where f.kind = 'gap' and f.state <> 'closed' and f.key = 'gap:' || m.id and f.updated_at >= m.updated_at`,
];

export const gapHours: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
