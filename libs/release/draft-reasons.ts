import { visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { attachmentTypes } from './attachment.js';
import { imagesOfDraft } from './draft.js';
import { releaseRefusal } from './refusal.js';
import { endingOf, type ReleaseDraft } from './release.api.js';
import type { ReleaseParts } from './release-parts.js';
import { isOut } from './release.js';

/** Everything that a draft names must exist and be theirs to use: organs, pictures, the matter, the superseded and the relayed release. */
export const referenceReasons = async (
  parts: Pick<ReleaseParts, 'organs' | 'attachments' | 'sources' | 'releases' | 'matters'>,
  queries: Queries,
  draft: ReleaseDraft,
  actor: Actor,
): Promise<readonly Reason[]> => {
  const known = new Set((await parts.organs.all(queries)).map((organ) => organ.id));
  const pictures = imagesOfDraft(draft).map((image) => image.sha256);
  const attached = draft.attachments.map(({ sha256 }) => sha256);
  const reach = { personId: actor.personId, visibility: visibilityOf(actor) };
  // Whoever knows the digest of another organ's file could otherwise publish it as their own.
  const usable = await parts.attachments.within(queries, [...pictures, ...attached], reach);
  const documents = await parts.attachments.documents(queries, attached);
  return [
    ...(known.has(draft.organId) ? [] : [releaseRefusal.unknownOrgan(draft.organId, 'organId')]),
    ...draft.jointOrganIds
      .filter((organId) => !known.has(organId))
      .map((organId) => releaseRefusal.unknownOrgan(organId, 'jointOrganIds')),
    ...(draft.jointOrganIds.includes(draft.organId) ? [releaseRefusal.jointWithItself] : []),
    ...pictures.filter((sha256) => !usable.has(sha256)).map((sha256) => releaseRefusal.unknownImage(sha256)),
    ...draft.attachments
      // A stored file without text is a register's, and was not made fit for the public.
      .filter(({ sha256 }) => !usable.has(sha256) || (documents.get(sha256)?.text ?? '') === '')
      .map(({ name }) => releaseRefusal.attachment.unknown(name)),
    ...draft.attachments
      .filter(({ sha256, name }) => isOfAnotherKind(name, documents.get(sha256)?.mimeType))
      .map(({ name }) => releaseRefusal.attachment.otherKind(name)),
    ...(await parts.sources.missing(queries, draft.documents)).map((sha256) =>
      releaseRefusal.unknownDocument(sha256),
    ),
    ...(await linkReasons(parts, queries, draft)),
    ...(await matterReasons(parts, queries, draft)),
  ];
};

const isOfAnotherKind = (name: string, mimeType: string | undefined): boolean => {
  const ending = endingOf(name);
  return mimeType !== undefined && (ending === null || attachmentTypes[ending] !== mimeType);
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
