import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An answer to a reporter is a form of release (Art.16): it has its place in the order that the gate reads by. */
const statements = [
  sql`alter table media_answer add column gate_seq bigint`,
  sql`update media_answer set gate_seq = nextval('gate_seq')`,
  sql`alter table media_answer alter column gate_seq set not null`,
  sql`create unique index media_answer_by_place on media_answer (gate_seq)`,
  sql`create index media_answer_told_at on media_answer (answered_at)`,
];

export const toldOrder: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
