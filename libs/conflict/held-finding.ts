import type { Queries } from '@koujing/database';
import { Problem, type FindingId } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { Release, ReleaseStore } from '@koujing/release';
import type { FindingStore } from './finding-store.sql.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

/** A finding held for a decision, with the releases that it names, in its order. */
export interface HeldFinding {
  readonly finding: StoredFinding;
  readonly releases: readonly Release[];
}

/**
 * Holds everything that a ruling may write, in the one order that all writers keep (releases by id, their matters,
 * then findings), so that a ruling and a drafter's save never wait for each other in a circle.
 */
export const heldFinding = async (
  parts: {
    readonly findings: FindingStore;
    readonly releases: ReleaseStore;
    readonly matters: MatterStore;
  },
  queries: Queries,
  id: FindingId,
): Promise<HeldFinding> => {
  const seen = await parts.findings.find(queries, id);
  if (seen === null) throw new Problem('notFound', [conflictRefusal.notFound]);
  const held = new Map<string, Release>();
  for (const releaseId of [...seen.releases].sort()) {
    const release = await parts.releases.lock(queries, releaseId);
    if (release !== null) held.set(releaseId, release);
  }
  const matters = new Set([...held.values()].flatMap(({ matter }) => matter ?? []));
  for (const matterId of [...matters].sort()) await parts.matters.lock(queries, matterId);
  await parts.findings.lockAll(queries);
  const finding = await parts.findings.lock(queries, id);
  if (finding === null) throw new Problem('notFound', [conflictRefusal.notFound]);
  return { finding, releases: finding.releases.flatMap((releaseId) => held.get(releaseId) ?? []) };
};
