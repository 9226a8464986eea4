import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { relayOfDraft } from './draft.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseDraft } from './release.api.js';
import { isCorrecting, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';

/**
 * What a correction may not change: under whose names and as what kind it went out stands on every channel already,
 * and a channel left out would go on showing what is being corrected.
 */
export const correctionReasons = async (
  parts: Pick<ReleaseParts, 'releases' | 'renditions'>,
  queries: Queries,
  release: Release,
  draft: ReleaseDraft,
): Promise<readonly Reason[]> => {
  if (!isCorrecting(release) || release.releasedVersion === null)
    return draft.correctionNote === '' ? [] : [releaseRefusal.notACorrection];
  const out = await parts.releases.version(queries, release.id, release.releasedVersion);
  if (out === null) return [];
  const reachable = await reachableAccounts(parts, queries, release, out);
  return [
    ...fixed(release, draft),
    ...reachable
      .filter((id) => !draft.accountIds.includes(id))
      .map((id) => releaseRefusal.channelLeftOut(id)),
  ];
};

/** Of a version's accounts; one that was closed since can send no correction: what it shows is for a person to put right. */
export const reachableAccounts = async (
  { renditions }: Pick<ReleaseParts, 'renditions'>,
  queries: Queries,
  release: Release,
  version: ReleaseVersion,
): Promise<readonly string[]> =>
  (await renditions.previews(queries, release, version)).map(({ accountId }) => accountId);

const fixed = (release: Release, draft: ReleaseDraft): readonly Reason[] => [
  ...(draft.kind === release.kind ? [] : [releaseRefusal.fixedSinceRelease('kind')]),
  ...(sameSet(draft.jointOrganIds, release.jointOrganIds)
    ? []
    : [releaseRefusal.fixedSinceRelease('jointOrganIds')]),
  ...(JSON.stringify(relayOfDraft(draft)) === JSON.stringify(release.relayOf)
    ? []
    : [releaseRefusal.fixedSinceRelease('relayOf')]),
  ...(draft.supersedes === release.supersedes ? [] : [releaseRefusal.fixedSinceRelease('supersedes')]),
];

const sameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));
