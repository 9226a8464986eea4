import { sql } from 'kysely';
import { Problem } from '@koujing/kernel';
import type { Queries } from './database.js';

/** Of the house, and of the engine that wakes its workers. */
const schemas = ['public', 'pgboss'];

/**
 * What a process that runs needs, and no more (ASVS V13.2.2): rows, never tables. Of the audit it adds entries and puts the seal on
 * them; it neither rewrites nor removes one. Given anew after every upgrade, since new tables have nobody's leave yet.
 */
export const grantRunning = async (queries: Queries, role: string): Promise<void> => {
  const to = sql.id(role);
  // Before PostgreSQL 15 everybody may make tables in it.
  await sql`revoke create on schema public from public`.execute(queries);
  for (const schema of schemas.map((name) => sql.id(name))) {
    await sql`grant usage on schema ${schema} to ${to}`.execute(queries);
    await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${to}`.execute(
      queries,
    );
    await sql`grant usage, select, update on all sequences in schema ${schema} to ${to}`.execute(queries);
    await sql`grant execute on all functions in schema ${schema} to ${to}`.execute(queries);
  }
  await sql`revoke update, delete on audit_entry from ${to}`.execute(queries);
  await sql`grant update (seal_seq, seal_hash) on audit_entry to ${to}`.execute(queries);
  await sql`revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${to}`.execute(
    queries,
  );
};

/** Whether the account that is connected could make or change a table. */
export const mayAlter = async (queries: Queries): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select rolsuper or has_schema_privilege('public', 'create')
      or exists (select from pg_tables where schemaname = 'public' and pg_has_role(tableowner, 'usage')) as may
    from pg_roles where rolname = current_user`.execute(queries);
  return rows[0]?.may ?? true;
};

/** insufficient_privilege */
const denied = '42501';

/** The account that runs found steps that it may not take. */
export const orNeedsMigrating = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === denied
    ? new Problem('unavailable', [
        {
          code: 'mayNotMigrate',
          message:
            '数据库结构要升级，而 DATABASE_URL 的账号不能改表。请先用能改表的账号运行 koujing migrate（DATABASE_MIGRATE_URL），再启动。',
          messageEn:
            'The schema has to be upgraded, and the account of DATABASE_URL may not change tables. Run koujing migrate with the one that may (DATABASE_MIGRATE_URL), then start.',
          field: 'DATABASE_URL',
        },
      ])
    : error;
