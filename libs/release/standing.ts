import type { ReleaseStanding } from './release.api.js';
import type { Release, ReleaseVersion } from './release.js';
import type { RenditionPreview } from './rendition-source.js';

/** Where a release stands after an action, with what its channels object to. */
export const standingOf = (
  release: Release,
  version: Pick<ReleaseVersion, 'digest'>,
  previews: readonly RenditionPreview[],
): ReleaseStanding => ({
  id: release.id,
  number: release.number,
  state: release.state,
  version: release.version,
  revision: release.revision,
  digest: version.digest,
  findings: previews.flatMap(({ accountId, findings }) =>
    findings.map((finding) => ({ ...finding, accountId })),
  ),
});
