import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { backupRefusal, refused } from './refusal.js';

const tableSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]+$/u),
  columns: z.array(z.string().regex(/^[a-z0-9_]+$/u)),
  rows: z.int().min(0),
  /** Of the lines as they are before they are packed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});

export const manifestSchema = z.object({
  format: z.literal('koujing-backup'),
  version: z.literal(1),
  /** By the database's clock. */
  madeAt: z.iso.datetime(),
  engine: z.string(),
  /** In the order in which they ran. */
  migrations: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/u), last: z.number().nullable() })),
  tables: z.array(tableSchema),
  /** The end of the chain of the record: what a third party may note. */
  audit: z.object({ sequence: z.number(), hash: z.string() }),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type BackedTable = Manifest['tables'][number];

export const fileOf = (folder: string, table: string): string => join(folder, 'tables', `${table}.ndjson.gz`);

/** @throws Problem `badInput` for what is no backup */
export const readManifest = (folder: string): Manifest => {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw refused(backupRefusal.noBackup(folder));
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw refused(
      backupRefusal.badManifest(path, error instanceof z.ZodError ? z.prettifyError(error) : error),
    );
  }
};

/** The rows of a table, a line each. @throws where the file is missing or damaged */
export async function* linesOf(folder: string, table: string): AsyncGenerator<string> {
  const file = createReadStream(fileOf(folder, table));
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  yield* createInterface({ input: file.pipe(unpacked), crlfDelay: Infinity });
}

/** Reads every file and names the first that is not as it was written. @throws Problem `badInput` */
export const checkFiles = async (folder: string, { tables }: Manifest): Promise<void> => {
  for (const table of tables) {
    const hash = createHash('sha256');
    let rows = 0;
    try {
      for await (const line of linesOf(folder, table.name)) {
        hash.update(`${line}\n`);
        rows += 1;
      }
    } catch (error) {
      // A disk that cannot be read, or a file that is not there, is no proof that somebody altered it.
      const isDamaged = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
      throw refused(
        isDamaged ? backupRefusal.damaged(table.name) : backupRefusal.unreadable(table.name, error),
      );
    }
    if (rows !== table.rows || hash.digest('hex') !== table.sha256)
      throw refused(backupRefusal.damaged(table.name));
  }
};
