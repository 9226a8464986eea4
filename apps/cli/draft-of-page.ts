import type { ReleaseDraftInput } from '../../libs/release/release.api.js';
import type { ReleasePage } from '../../libs/signoff/signoff.api.js';

/**
 * The draft that would write the page's version again: whoever revises it changes a member. Every member there is; the worse mistake is a
 * mailing list that falls away unseen.
 */
export const draftOf = ({ release, content }: ReleasePage): Required<ReleaseDraftInput> => ({
  organId: release.organ.id,
  kind: release.kind,
  title: content.title,
  summary: content.summary,
  blocks: content.blocks,
  column: content.column,
  keywords: content.keywords,
  accountIds: content.accountIds,
  recipients: content.recipients,
  mailingListIds: content.mailingListIds,
  overrides: content.overrides,
  jointOrganIds: release.jointOrgans.map(({ id }) => id),
  relayOf: release.relayOf,
  supersedes: release.supersedes,
  matter: release.matter,
  images: content.images,
  attachments: content.attachments,
  declaration: content.declaration,
  correctionNote: content.correctionNote,
  // What was read into an earlier version stays with that version.
  documents: [],
});
