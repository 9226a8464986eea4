import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Append only (Art.20, 41): what a request for an interview said before it was corrected, in the words of that day.
  sql`create table interview_revision (
    id text primary key, interview_id text not null references interview (id), revised_by text not null references person (id),
    revised_at timestamptz not null, reason text not null, changes jsonb not null)`,
  sql`create index interview_revision_of on interview_revision (interview_id, revised_at)`,
];

export const interviewRevisions: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
