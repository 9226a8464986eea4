import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { imagesOfDraft } from './draft.js';
import { releaseRefusal } from './refusal.js';
import type { ReleaseDraft } from './release.api.js';
import type { ReleaseParts } from './release-parts.js';
import { isOut } from './release.js';

/** Everything that a draft names must exist: organs, pictures, the matter, the superseded and the relayed release. */
export const referenceReasons = async (
  parts: Pick<ReleaseParts, 'organs' | 'attachments' | 'releases' | 'matters'>,
  queries: Queries,
  draft: ReleaseDraft,
): Promise<readonly Reason[]> => {
  const known = new Set((await parts.organs.all(queries)).map((organ) => organ.id));
  const missing = await parts.attachments.missing(
    queries,
    imagesOfDraft(draft).map((image) => image.sha256),
  );
  return [
    ...(known.has(draft.organId) ? [] : [releaseRefusal.unknownOrgan(draft.organId, 'organId')]),
    ...draft.jointOrganIds
      .filter((organId) => !known.has(organId))
      .map((organId) => releaseRefusal.unknownOrgan(organId, 'jointOrganIds')),
    ...(draft.jointOrganIds.includes(draft.organId) ? [releaseRefusal.jointWithItself] : []),
    ...missing.map((sha256) => releaseRefusal.unknownImage(sha256)),
    ...(await linkReasons(parts, queries, draft)),
    ...(await matterReasons(parts, queries, draft)),
  ];
};

const linkReasons = async (
  parts: Pick<ReleaseParts, 'releases'>,
  queries: Queries,
  draft: ReleaseDraft,
): Promise<readonly Reason[]> => {
  const superseded = draft.supersedes === null ? null : await parts.releases.find(queries, draft.supersedes);
  const relayed = draft.relayOf === null ? null : await parts.releases.find(queries, draft.relayOf);
  // A draft that could name any release here would talk its way past the detector.
  const ownAndOut = superseded !== null && superseded.organId === draft.organId && isOut(superseded);
  return [
    ...(draft.supersedes === null || ownAndOut ? [] : [releaseRefusal.unknownSuperseded]),
    ...(draft.relayOf === null || (relayed !== null && isOut(relayed))
      ? []
      : [releaseRefusal.unknownRelayed]),
  ];
};

const matterReasons = async (
  { matters }: Pick<ReleaseParts, 'matters'>,
  queries: Queries,
  { matter, organId }: ReleaseDraft,
): Promise<readonly Reason[]> =>
  matter === null || (await matters.linkable(queries, matter, organId)) ? [] : [releaseRefusal.unknownMatter];
