import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInMemory, type Database } from '@koujing/database';

const root = join(import.meta.dirname, '../..');
const migrations = join(root, 'libs/database/migrations');

/**
 * What a copy does not need: room for a hundred times its rows, the two databases that others would be made from, and a log to
 * replay. A suite starts from it with 0.2 s of CPU instead of 0.6.
 */
const trimmed = [
  "alter system set shared_buffers = '16MB'",
  'update pg_database set datistemplate = false',
  'drop database template0',
  'drop database template1',
  'checkpoint',
];

/** Named by what made it: a changed migration or another PGlite makes another snapshot, so that none is ever stale. */
const snapshotFile = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  hash.update(trimmed.join());
  hash.update(readFileSync(join(root, 'libs/database/open.ts')));
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  return join(tmpdir(), `koujing-empty-house-${hash.digest('hex').slice(0, 32)}.tar`);
};

/** An embedded database with today's tables and nothing in them; the first suite of all migrates it, the others copy. */
export const emptyHouse = async (): Promise<Database> => {
  const file = snapshotFile();
  if (existsSync(file)) return openInMemory(new Blob([readFileSync(file)]));
  const database = await openInMemory();
  const { engine } = database;
  if (engine.kind === 'embedded') {
    for (const statement of trimmed) await engine.pglite.query(statement);
    const snapshot = await engine.pglite.dumpDataDir('none');
    // Written aside and renamed: another worker must not read half of it.
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, new Uint8Array(await snapshot.arrayBuffer()));
    renameSync(aside, file);
  }
  return database;
};
