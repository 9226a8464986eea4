import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Whether a material’s inside was read, who looked instead, and who signed a file that came after the application.
  sql`alter table conference_material add column unread boolean not null default false,
    add column looked_by text, add column looked_at timestamptz,
    add column signed_by text, add column signed_at timestamptz, add column authorisation_id text`,
  // So far only .docx, text and pictures were read.
  sql`update conference_material set unread = true where mime_type in ('application/pdf', 'application/msword')
    or (mime_type = 'application/zip' and lower(name) not like '%.docx')`,
];

export const materialReviews: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
