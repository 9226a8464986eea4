import { disclosureReasons } from '@koujing/content';
import type { Queries } from '@koujing/database';
import { Problem, type Reason, type ReleaseId } from '@koujing/kernel';
import {
  barReasons,
  digestOfVersion,
  releaseRefusal,
  type ReleaseBar,
  type RenditionSource,
} from '@koujing/release';
import { signoffRefusal } from './refusal.js';
import { missingSignatures, type SignOff } from './sign-off.js';
import type { SignOffDesk } from './sign-off-desk.js';

/**
 * May this release go out now? Asked by the click, by the due tick, and by the console. The renditions are made
 * anew: if a template or an account changed since, what would be sent is not what was approved.
 */
export class ReadyToRelease {
  constructor(
    private readonly desk: SignOffDesk,
    private readonly renditions: RenditionSource,
    private readonly bars: readonly ReleaseBar[],
  ) {}

  /** @throws Problem `notFound` */
  async reasons(queries: Queries, releaseId: ReleaseId): Promise<readonly Reason[]> {
    return this.reasonsOf(queries, await this.#signOffOf(queries, releaseId));
  }

  /** What of its signatures will be lacking at an instant to come, because it is too old by then. */
  async missingAt(queries: Queries, releaseId: ReleaseId, at: Date): Promise<readonly Reason[]> {
    return missingSignatures({ ...(await this.#signOffOf(queries, releaseId)), now: at });
  }

  async reasonsOf(queries: Queries, signOff: SignOff): Promise<readonly Reason[]> {
    const { release, version } = signOff;
    const waits = ['approved', 'scheduled', 'heldByGate'].includes(release.state);
    const missing = [...disclosureReasons(version), ...missingSignatures(signOff)];
    if (!waits)
      return [...missing, ...(missing.length === 0 ? [releaseRefusal.wrongState(release.state)] : [])];
    const previews = await this.renditions.previews(queries, release, version);
    const digest = digestOfVersion(release, version, previews);
    return [
      ...missing,
      ...(digest === version.digest ? [] : [signoffRefusal.renditionChanged]),
      ...(await barReasons(this.bars, queries, { at: 'release', release, version })),
    ];
  }

  async #signOffOf(queries: Queries, releaseId: ReleaseId): Promise<SignOff> {
    const { releases } = this.desk.parts;
    const release = await releases.find(queries, releaseId);
    const version = release === null ? null : await releases.version(queries, releaseId, release.version);
    if (release === null || version === null) throw new Problem('notFound', [releaseRefusal.notFound]);
    return this.desk.read(queries, release, version);
  }
}
