import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPostgres, type Database } from '@koujing/database';
import { sql } from 'kysely';
import { checkRunningRole } from '../../apps/cli/doctor/database-checks.sql.js';
import { prepareDatabase } from '../../apps/dispatcher/prepare-database.js';
import { startCity, type City } from '../support/city.js';
import { onPostgres } from '../support/engines.js';
import { migratedTemplate } from '../support/migrated-template.js';
import { administer, createDatabase, usualServer, type OwnDatabase } from '../support/postgres.js';
import { aDraft, deliveries, published, untilAll } from '../support/release-way.js';

onPostgres('a database whose running account may change no table', () => {
  let own: OwnDatabase;
  let role: string;
  let running: string;
  let database: Database;
  let city: City;

  beforeAll(async () => {
    own = await createDatabase(usualServer, await migratedTemplate());
    role = `runs_${own.name}`;
    await administer(`create role ${role} login password 'test'`);
    running = own.url.replace(/\/\/[^@/]*@/u, `//${role}:test@`);
    await prepareDatabase(own.url, role);
    database = await openPostgres(running);
    city = await startCity({ database });
  }, 120_000);
  afterAll(async () => {
    await city.close();
    await database.close();
    await own.drop();
    await administer(`drop role ${role}`);
  });

  test('a release goes its whole way, from the draft to every channel, and is sealed in the record', async () => {
    const desk = await city.desk('education');
    const draft = aDraft({ organId: 'education', accountIds: ['portal', 'weibo', 'wechat'] });
    const { id } = await published(desk, draft);
    await untilAll(desk.drafter, id, ['delivered', 'verified']);
    expect((await deliveries(desk.drafter, id)).length).toBe(3);
    const sealed = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from audit_entry where subject_id = ${id} and seal_seq is not null`.execute(
        database.queries,
      );
      return rows[0]?.count ?? 0;
    };
    while ((await sealed()) === 0) await new Promise((resolve) => setTimeout(resolve, 200));
  }, 90_000);

  const done = (statement: string): Promise<unknown> =>
    sql
      .raw(statement)
      .execute(database.queries)
      .then(
        () => 'done',
        (error: unknown) => (error as { readonly code?: string }).code,
      );

  test.each([
    'alter table release add column extra text',
    'create table extra (id text)',
    'drop table audit_entry',
    'create index on release (title)',
    'truncate audit_entry',
    'delete from audit_entry',
    "update audit_entry set actor = 'somebody else'",
    'delete from kysely_migration',
    'alter table pgboss.job add column extra text',
  ])('is refused: %s', async (statement) => {
    expect(await done(statement)).toBe('42501');
  });

  test('the doctor tells the two accounts apart', async () => {
    expect((await checkRunningRole(database)).map(({ verdict }) => verdict)).toEqual(['well']);
    const owner = await openPostgres(own.url, { migrate: 'none' });
    expect((await checkRunningRole(owner)).map(({ verdict }) => verdict)).toEqual(['warning']);
    await owner.close();
  });

  test('a start that would have to upgrade the tables says by which command it is done', async () => {
    const older = await createDatabase();
    try {
      const address = running.replace(`/${own.name}`, `/${older.name}`);
      await administer('revoke create on schema public from public', older.url);
      await expect(openPostgres(address)).rejects.toMatchObject({ reasons: [{ code: 'mayNotMigrate' }] });
    } finally {
      await older.drop();
    }
  });
});
