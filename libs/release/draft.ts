import { plainText, type Block } from '@koujing/block';
import type { Actor } from '@koujing/access';
import type { ReleaseDraft } from './release.api.js';
import { writtenWords } from './channel-words.js';
import { digestOfVersion } from './digest.js';
import type { ImageRef, Relay, Release, ReleaseVersion } from './release.js';
import type { RenditionPreview } from './rendition-source.js';

export const relayOfDraft = (draft: ReleaseDraft): Relay | null =>
  draft.relayOf === null ? null : { releaseId: draft.relayOf };

/** Pictures named in the list or standing in the text; the list's description wins. */
export const imagesOfDraft = (draft: Pick<ReleaseDraft, 'images' | 'blocks'>): readonly ImageRef[] => {
  const inText = draft.blocks.flatMap((block: Block) =>
    block.type === 'image' ? [{ sha256: block.assetSha256, alt: block.alt }] : [],
  );
  const bySha256 = new Map([...inText, ...draft.images].map((image) => [image.sha256, image]));
  return [...bySha256.values()];
};

/** The version that a draft makes of a release; its digest still lacks the renditions. */
export const versionOfDraft = (
  draft: ReleaseDraft,
  release: Pick<Release, 'id' | 'version'>,
  actor: Actor,
  at: Date,
): ReleaseVersion => ({
  releaseId: release.id,
  version: release.version,
  title: draft.title,
  summary: draft.summary,
  blocks: draft.blocks,
  plain: plainText(draft.blocks),
  column: draft.column,
  keywords: draft.keywords,
  accountIds: draft.accountIds,
  recipients: draft.recipients,
  mailingListIds: draft.mailingListIds,
  overrides: writtenWords(draft.overrides),
  images: imagesOfDraft(draft),
  attachments: draft.attachments,
  declaration: draft.declaration,
  correctionNote: draft.correctionNote,
  digest: '',
  draftedBy: actor.personId,
  createdAt: at,
});

export const sealed = (
  release: Release,
  version: ReleaseVersion,
  previews: readonly RenditionPreview[],
): ReleaseVersion => ({ ...version, digest: digestOfVersion(release, version, previews) });

/** The draft that would write this version again: where an action changes one member and leaves the text alone. */
export const draftOf = (release: Release, version: ReleaseVersion): ReleaseDraft => ({
  organId: release.organId,
  kind: release.kind,
  title: version.title,
  summary: version.summary,
  blocks: [...version.blocks],
  column: version.column,
  keywords: [...version.keywords],
  accountIds: [...version.accountIds],
  recipients: [...version.recipients],
  mailingListIds: [...version.mailingListIds],
  overrides: { ...version.overrides },
  jointOrganIds: [...release.jointOrganIds],
  relayOf: release.relayOf !== null && 'releaseId' in release.relayOf ? release.relayOf.releaseId : null,
  supersedes: release.supersedes,
  matter: release.matter,
  images: [...version.images],
  attachments: [...version.attachments],
  declaration: version.declaration,
  documents: [],
  correctionNote: version.correctionNote,
});
