import { digestOf } from '@koujing/kernel';
import { isEmptyDeclaration } from './declaration.js';
import type { Declaration, Release, ReleaseVersion } from './release.js';
import type { RenditionPreview } from './rendition-source.js';

/** What of the release itself stands behind a signature. */
type Signed = Pick<Release, 'organId' | 'jointOrganIds' | 'kind' | 'relayOf' | 'supersedes'>;

/**
 * SHA-256 over everything the public will see (DESIGN: "The way of a release"): the text, its pictures, and per channel
 * the rendition's template, parts, slot names and asset digests. Kind, relay and supersession are in it because the
 * checklist and the gate hang on them; the matter is a label of ours and is not. Order of accounts does not count.
 */
export const digestOfVersion = (
  release: Signed,
  version: Omit<ReleaseVersion, 'digest'>,
  previews: readonly RenditionPreview[],
): string =>
  digestOf({
    organId: release.organId,
    jointOrganIds: [...release.jointOrganIds].sort(),
    kind: release.kind,
    relayOf: release.relayOf,
    supersedes: release.supersedes,
    title: version.title,
    summary: version.summary,
    blocks: version.blocks,
    column: version.column,
    keywords: version.keywords,
    images: version.images,
    accountIds: [...version.accountIds].sort(),
    recipients: [...version.recipients].sort(),
    mailingListIds: [...version.mailingListIds].sort(),
    overrides: version.overrides,
    // Left out where there is none, so that a first publication keeps the digest that it always had.
    ...(version.correctionNote === '' ? {} : { correctionNote: version.correctionNote }),
    ...(version.attachments.length === 0 ? {} : { attachments: version.attachments }),
    // Likewise: what was released before anything was declared keeps its digest.
    ...(isEmptyDeclaration(version.declaration) ? {} : { declaration: withoutBlank(version.declaration) }),
    renditions: previews
      .map(({ accountId, rendition }) => ({ accountId, ...rendition }))
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
  });

/** What was signed before these could be declared keeps its digest: whoever adds a field to the declaration adds it here. */
const withoutBlank = ({ urgency, formedOn, notOnIncident, ...declaration }: Declaration) => ({
  ...declaration,
  ...(urgency === '' ? {} : { urgency }),
  ...(formedOn === null ? {} : { formedOn }),
  ...(notOnIncident === '' ? {} : { notOnIncident }),
});
