import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Once its hour has passed, whether a clock or a request is an act of Art.39 is settled: the minute tick looks at each once
  // and reads these indexes alone, however many there are.
  sql`alter table deadline add column examined_at timestamptz`,
  sql`update deadline set examined_at = v.established_at from violation v where v.deadline_id = deadline.id`,
  sql`drop index deadline_met_late`,
  sql`create index deadline_unexamined on deadline (rule, due_at)
    where examined_at is null and state in ('running', 'metLate')`,
  sql`alter table interview add column examined_at timestamptz`,
  sql`update interview set examined_at = v.established_at from violation v where v.act_key = 'interview:' || interview.id`,
  sql`create index interview_unexamined on interview (received_at) where examined_at is null`,
  // What the board holds of duties, compared each minute with what is overdue.
  sql`create index finding_open_duty on finding (key) where kind = 'gap' and state <> 'closed' and key like 'duty:%'`,
  sql`create index deadline_running on deadline (rule, due_at) where state = 'running'`,
];

export const examinedOnce: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
