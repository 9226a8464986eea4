import { blocksFromText, plainText } from '@koujing/block';
import { newId, type OrganId } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import { emptyDeclaration, sealed, type Release, type ReleaseVersion } from '@koujing/release';
import type { ReleaseText } from './release-text.js';

/** Stands as drafter of what no person here has written; cannot sign in. */
export const IMPORTER = { id: 'importer', name: '批量导入' } as const;

export const versionOf = (release: Release, text: ReleaseText): ReleaseVersion => {
  const blocks = blocksFromText(text.body);
  const version: ReleaseVersion = {
    releaseId: release.id,
    version: 1,
    title: text.title,
    summary: '',
    blocks,
    plain: plainText(blocks),
    column: '历史发布',
    keywords: [],
    accountIds: [],
    recipients: [],
    mailingListIds: [],
    overrides: {},
    images: [],
    attachments: [],
    declaration: emptyDeclaration,
    correctionNote: '',
    digest: '',
    draftedBy: IMPORTER.id,
    createdAt: release.createdAt,
  };
  return sealed(release, version, []);
};

export const sameContent = (release: Release, version: ReleaseVersion, text: ReleaseText): boolean =>
  version.title === text.title &&
  version.plain === plainText(blocksFromText(text.body)) &&
  release.releasedAt?.getTime() === Date.parse(text.publishedAt ?? '');

export const relayed = ({ relayOf }: ReleaseText): readonly string[] =>
  typeof relayOf === 'string' ? [relayOf] : [];

/** Links in the ids of the store, not of the file. */
export const linked = (release: Release): Partial<ReleaseText> => ({
  ...(release.supersedes === null ? {} : { supersedes: release.supersedes }),
  ...(release.relayOf !== null && 'releaseId' in release.relayOf
    ? { relayOf: release.relayOf.releaseId }
    : {}),
});

export const organIds = (organs: readonly Organ[]): ((name: string) => OrganId) => {
  const ids = new Map(
    organs.flatMap((organ) => [...organ.aliases, organ.shortName].map((name) => [name, organ.id])),
  );
  for (const organ of organs) ids.set(organ.name, organ.id);
  return (name) => ids.get(name) ?? name;
};

export const importedOrgan = (name: string): Organ => ({
  id: newId(),
  name,
  shortName: name,
  aliases: [],
  kind: 'imported',
  level: 'city',
  area: '',
  parentId: null,
  remit: [],
  releaseUnit: '',
  isOffice: false,
});
