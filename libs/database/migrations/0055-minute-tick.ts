import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`alter table release add column examined_version integer`,
  sql`update release r set examined_version = e.version
    from (select release_id, max(version) as version from examined_release group by release_id) e
    where e.release_id = r.id`,
  // The minute tick reads these indexes alone, however many releases are out and however many clocks were kept.
  sql`create index release_unexamined on release (released_at) where released_version is not null
    and released_at is not null and imported_from is null and released_version is distinct from examined_version`,
  sql`drop table examined_release`,
  sql`create index deadline_met_late on deadline (due_at) where state = 'metLate'`,
];

export const minuteTick: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(database);
  },
};
