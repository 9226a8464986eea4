import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Who brought a file: it may be shown to them before any release holds it. Files of before are shown through their releases.
  sql`create table attachment_upload (
    sha256 text not null references attachment (sha256), person_id text not null, primary key (sha256, person_id))`,
  sql`create index release_image_digest on release_image (sha256)`,
  sql`create index release_version_attachments on release_version using gin (attachments jsonb_path_ops)`,
];

export const attachmentUploads: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
