import { PGlite } from '@electric-sql/pglite';
import { describe, expect, test } from '@jest/globals';
import { Database, migrationNames, openPostgres } from '@koujing/database';
import { sql } from 'kysely';
import { emptyHouse } from '../support/empty-house.js';
import { OldVersion } from '../support/old-version.js';
import { answers, createDatabase } from '../support/postgres.js';

/** Up to here steps also took away (0014, 0055, 0062, 0112), when no city ran a version yet; from here on none does. */
const lastThatTookAway = '0113';
const names = migrationNames.toSorted();
const since = names.findIndex((name) => name > lastThatTookAway);

/** Per step, what the version before says to the tables that it touches. */
type Touched = ReadonlyMap<string, OldVersion>;

/** At one go, all or none. */
const run = async ({ engine }: Database, statements: readonly string[]): Promise<void> => {
  const script = statements.join(';\n');
  if (script === '') return;
  if (engine.kind === 'embedded') await engine.pglite.exec(script);
  else await engine.pool.query(script);
};

/** Goes on with what the old version says until told to stop, and once more after that. */
const working = (database: Database, statements: readonly string[]) => {
  let stopped = false;
  const done = (async (): Promise<void> => {
    for (;;) {
      const last = stopped;
      // Each by itself: a step waits for one statement and not for all of them.
      for (const statement of statements) await sql.raw(statement).execute(database.queries);
      if (last || statements.length === 0) return;
    }
  })();
  // Awaited by whoever stops it; a failure before that must not end the process.
  done.catch(() => undefined);
  return {
    stop: async (): Promise<void> => {
      stopped = true;
      await done;
    },
  };
};

/** One step after the other, each before the eyes of the version before it; `beside`: while that one works. */
const walk = async (
  database: Database,
  beside: { readonly process: Database; readonly touched: Touched } | null = null,
): Promise<Touched> => {
  await database.migrate(names.slice(0, since));
  let old = await OldVersion.of(database);
  await run(database, [...old.inserts(1), ...old.inserts(2)]);
  const touched = new Map<string, OldVersion>();
  for (const [n, name] of names.entries()) {
    if (n < since) continue;
    const olds = beside === null ? null : working(beside.process, beside.touched.get(name)?.changes(2) ?? []);
    await database.migrate(names.slice(0, n + 1));
    await olds?.stop();
    const next = await OldVersion.of(database);
    const own = old.touchedBy(next);
    touched.set(name, own);
    // Nothing that was written is lost or altered, and the old version goes on writing.
    await run(database, [...own.inserts(3), ...own.changes(3)]);
    expect([name, await old.missing(database, 2), await own.missing(database, 3)]).toEqual([name, [], []]);
    await run(database, [...own.deletes(3), ...next.rewrites(1, old), ...next.rewrites(2, old)]);
    old = next;
  }
  return touched;
};

let walked: Promise<Touched> | null = null;
const onEmbedded = (): Promise<Touched> =>
  (walked ??= (async () => {
    const database = new Database({ kind: 'embedded', pglite: await PGlite.create() });
    const touched = await walk(database);
    const fresh = await emptyHouse();
    expect(await OldVersion.of(database)).toEqual(await OldVersion.of(fresh));
    await fresh.close();
    await database.close();
    return touched;
  })());

const title = 'after each step of the schema the version before reads and writes every row that it knows';

test(`${title}, and the last leads where a fresh start does · embedded`, async () => {
  expect([...(await onEmbedded()).keys()]).toEqual(names.slice(since));
});

((await answers()) ? describe : describe.skip)('on a server that processes share', () => {
  test(`${title}, and while the step is taken · PostgreSQL`, async () => {
    const touched = await onEmbedded();
    const own = await createDatabase();
    const database = await openPostgres(own.url, { migrate: 'none' });
    const process = await openPostgres(own.url, { migrate: 'none', connections: 1 });
    try {
      expect([...(await walk(database, { process, touched })).keys()]).toEqual(names.slice(since));
    } finally {
      await process.close();
      await database.close();
      await own.drop();
    }
  });
});
