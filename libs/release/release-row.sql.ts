import type { AttachedDocument } from './attachment.js';
import type { Block } from '@koujing/block';
import { json, type Schema } from '@koujing/database';
import type { Selectable } from 'kysely';
import { emptyDeclaration } from './declaration.js';
import type { Declaration, Relay, Release, ReleaseKind, ReleaseState, ReleaseVersion } from './release.js';

export type ReleaseRow = Selectable<Schema['release']>;

const ORGAN = 'organ:';

export const relayColumn = (relay: Relay | null): string | null => {
  if (relay === null) return null;
  return 'organ' in relay ? `${ORGAN}${relay.organ}` : relay.releaseId;
};

const relayOf = (column: string | null): Relay | null => {
  if (column === null) return null;
  return column.startsWith(ORGAN) ? { organ: column.slice(ORGAN.length) } : { releaseId: column };
};

export const releaseOf = (row: ReleaseRow): Release => ({
  id: row.id,
  number: row.number,
  organId: row.organ_id,
  kind: row.kind as ReleaseKind,
  state: row.state as ReleaseState,
  version: row.version,
  releasedVersion: row.released_version,
  title: row.title,
  jointOrganIds: row.joint_organ_ids,
  superiorOrganId: row.superior_organ_id,
  relayOf: relayOf(row.relay_of),
  supersedes: row.supersedes,
  matter: row.matter,
  scheduledAt: row.scheduled_at,
  releasedAt: row.released_at,
  gateSeq: row.gate_seq,
  holdReason: row.hold_reason,
  draftedBy: row.drafted_by,
  importedFrom: row.imported_from,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export const releaseValues = (release: Release) => ({
  id: release.id,
  number: release.number,
  organ_id: release.organId,
  kind: release.kind,
  state: release.state,
  version: release.version,
  released_version: release.releasedVersion,
  title: release.title,
  joint_organ_ids: json(release.jointOrganIds),
  superior_organ_id: release.superiorOrganId,
  relay_of: relayColumn(release.relayOf),
  supersedes: release.supersedes,
  matter: release.matter,
  scheduled_at: release.scheduledAt,
  released_at: release.releasedAt,
  gate_seq: release.gateSeq,
  hold_reason: release.holdReason,
  drafted_by: release.draftedBy,
  imported_from: release.importedFrom,
  revision: release.revision,
  created_at: release.createdAt,
  updated_at: release.updatedAt,
});

export const versionOf = (
  row: Selectable<Schema['release_version']>,
  images: readonly { readonly sha256: string; readonly alt: string }[],
): ReleaseVersion => ({
  releaseId: row.release_id,
  version: row.version,
  title: row.title,
  summary: row.summary,
  blocks: row.blocks as readonly Block[],
  plain: row.plain,
  column: row.column_name,
  keywords: row.keywords,
  accountIds: row.account_ids,
  recipients: row.recipients,
  mailingListIds: row.mailing_list_ids,
  overrides: row.overrides as ReleaseVersion['overrides'],
  images: images.map(({ sha256, alt }) => ({ sha256, alt })),
  attachments: row.attachments as readonly AttachedDocument[],
  declaration: { ...emptyDeclaration, ...(row.declaration as Partial<Declaration>) },
  correctionNote: row.correction_note,
  digest: row.digest,
  draftedBy: row.drafted_by,
  createdAt: row.created_at,
});

export const versionValues = (version: ReleaseVersion) => ({
  release_id: version.releaseId,
  version: version.version,
  title: version.title,
  summary: version.summary,
  blocks: json<unknown>(version.blocks),
  plain: version.plain,
  column_name: version.column,
  keywords: json(version.keywords),
  account_ids: json(version.accountIds),
  recipients: json(version.recipients),
  mailing_list_ids: json(version.mailingListIds),
  overrides: json(version.overrides),
  declaration: json<unknown>(version.declaration),
  attachments: json<unknown>(version.attachments),
  correction_note: version.correctionNote,
  digest: version.digest,
  drafted_by: version.draftedBy,
  created_at: version.createdAt,
});
