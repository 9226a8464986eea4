import { mkdirSync } from 'node:fs';
import { openEmbedded, openPostgres, type Database } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import { BadInput } from './bad-input.js';

/** PostgreSQL by DATABASE_URL, else the embedded database in `data`, KOUJING_DATA or `data`. @throws BadInput if another process holds it */
export async function openDatabase(data: string | undefined): Promise<Database> {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '') return openPostgres(url);
  const directory = data ?? process.env['KOUJING_DATA'] ?? 'data';
  try {
    mkdirSync(directory, { recursive: true });
    return await openEmbedded(directory);
  } catch (error) {
    if (error instanceof Problem) throw new BadInput(error.message);
    throw error;
  }
}
