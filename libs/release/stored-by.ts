import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { Release } from './release.js';
import type { ReleaseStore } from './release-store.sql.js';

/** Where a release stands, and who wrote it last: what a colleague who is editing it is told. */
export const storedBy = async (
  { releases, people }: { readonly releases: ReleaseStore; readonly people: PersonStore },
  queries: Queries,
  { id, version, revision, updatedAt }: Release,
): Promise<{ revision: number; by: string; at: string }> => {
  const writer = (await releases.version(queries, id, version))?.draftedBy ?? '';
  const person = await people.find(queries, writer);
  return { revision, by: person?.name ?? writer, at: civilTime(updatedAt) };
};
