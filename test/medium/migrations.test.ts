import { expect, test } from '@jest/globals';
import { PGlite } from '@electric-sql/pglite';
import { Database, migrationNames, openInMemory } from '@koujing/database';
import { sql } from 'kysely';

interface Column {
  readonly name: string;
  readonly type: string;
  /** A row that says nothing of it is refused. */
  readonly demanded: boolean;
}

const columnsOf = async ({ queries }: Database): Promise<ReadonlyMap<string, Column>> => {
  const { rows } = await sql<Column>`
    select table_name || '.' || column_name as name, data_type as type,
      is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and is_identity = 'NO' as demanded
    from information_schema.columns where table_schema = 'public' order by 1`.execute(queries);
  return new Map(rows.map((row) => [row.name, row]));
};

const indexesOf = async ({ queries }: Database): Promise<unknown> =>
  (await sql`select indexdef from pg_indexes where schemaname = 'public' order by indexdef`.execute(queries))
    .rows;

const tableOf = (column: string): string => column.split('.')[0] ?? '';

/** Up to here steps also took away (0014, 0055, 0062, 0112), when no city ran a version yet; from here on none does. */
const lastThatTookAway = '0113';

test('each step only adds, so that processes of the version before go on beside it; step by step leads where a fresh start does', async () => {
  const stepwise = new Database({ kind: 'embedded', pglite: await PGlite.create() });
  const fresh = await openInMemory();
  const names = migrationNames.toSorted();
  const breaking: string[] = [];
  const since = names.findIndex((name) => name > lastThatTookAway);
  await stepwise.migrate(names.slice(0, since));
  let before = await columnsOf(stepwise);
  for (const [n, name] of names.entries()) {
    if (n < since) continue;
    await stepwise.migrate(names.slice(0, n + 1));
    const after = await columnsOf(stepwise);
    const tables = new Set([...before.keys()].map(tableOf));
    for (const [column, { type }] of before)
      if (after.get(column)?.type !== type) breaking.push(`${name}: ${column} is gone or of another type`);
    for (const [column, { demanded }] of after)
      if (!before.has(column) && tables.has(tableOf(column)) && demanded)
        breaking.push(`${name}: ${column} is demanded`);
    before = after;
  }
  expect(breaking).toEqual([]);
  expect([...before.values()]).toEqual([...(await columnsOf(fresh)).values()]);
  expect(await indexesOf(stepwise)).toEqual(await indexesOf(fresh));
  await stepwise.close();
  await fresh.close();
}, 120_000);
