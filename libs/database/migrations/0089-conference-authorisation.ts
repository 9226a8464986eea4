import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** On what the signature of an organ's own step rests (Art.5(6), 31); null by office, and where it was never asked. */
export const conferenceAuthorisation: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`alter table conference_signature
      add column authorisation_id text references authorisation (id)`.execute(database);
  },
};
