import { sees, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type ReleaseId } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import { isOut, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseStore } from './release-store.sql.js';

/** The release, if this person may see it. What may not be seen is not there: its existence is no stranger's business. */
export const visibleRelease = async (
  releases: ReleaseStore,
  queries: Queries,
  actor: Actor,
  id: ReleaseId,
): Promise<Release> => onlyIfSeen(await releases.find(queries, id), actor);

/** The same, held until the transaction ends, with its current version. */
export const heldRelease = async (
  releases: ReleaseStore,
  queries: Queries,
  actor: Actor,
  id: ReleaseId,
): Promise<{ readonly release: Release; readonly version: ReleaseVersion }> => {
  const release = onlyIfSeen(await releases.lock(queries, id), actor);
  const version = await releases.version(queries, id, release.version);
  if (version === null) throw new Error(`release ${id} lacks its version ${release.version}`);
  return { release, version };
};

const onlyIfSeen = (release: Release | null, actor: Actor): Release => {
  const seen = release !== null && sees(visibilityOf(actor), { ...release, released: isOut(release) });
  if (!seen) throw new Problem('notFound', [releaseRefusal.notFound]);
  return release;
};
