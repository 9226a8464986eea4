import type { Database } from '@koujing/database';
import { digestOf } from '@koujing/kernel';
import type { ImportMedia } from '@koujing/media';
import { resolve } from 'node:path';
import { mediaImportSchema, type MediaImport } from '../../libs/media/media.api.js';
import { readFile } from './register.js';

/** The city's own file, in the form of `config/demo/media.yaml`; null if none is configured. */
export const readMedia = (file: string | undefined, base: string): MediaImport | null =>
  file === undefined ? null : readFile(resolve(base, file), mediaImportSchema);

/** Once per content of the file: what was edited in the console since then is not written over at every start. */
export const applyMedia = async (
  database: Database,
  importMedia: ImportMedia,
  media: MediaImport,
): Promise<void> => {
  const value = digestOf(media);
  const { queries } = database;
  const query = queries.selectFrom('house').select('value').where('name', '=', 'media');
  if ((await query.executeTakeFirst())?.value === value) return;
  await importMedia.apply(media, 'system:register');
  await queries
    .insertInto('house')
    .values({ name: 'media', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};
