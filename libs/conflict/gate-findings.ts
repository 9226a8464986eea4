import type { Queries } from '@koujing/database';
import { newId, type Clock, type ReleaseId } from '@koujing/kernel';
import type { FindingStore } from './finding-store.sql.js';
import type { Finding } from './finding.js';
import type { ReleaseTextStore } from './release-text-store.sql.js';
import { factsDigestOf, keyOf, type StoredFinding } from './stored-finding.js';

/** Keeps what a check found: raised once, brought up to date, closed when its cause is gone. */
export class RecordFindings {
  constructor(
    private readonly findings: FindingStore,
    private readonly texts: ReleaseTextStore,
    private readonly clock: Clock,
  ) {}

  /** `found` is everything that stands against this release now; returns it as stored. */
  async record(
    queries: Queries,
    releaseId: ReleaseId,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    const stored = await this.save(queries, releaseId, found);
    await this.closeOthers(queries, releaseId, new Set(stored.map(({ key }) => key)));
    return stored;
  }

  private async save(
    queries: Queries,
    releaseId: ReleaseId,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    const at = this.clock.now();
    const byKey = new Map(found.map((finding) => [keyOf(finding, releaseId), finding]));
    const known = await this.findings.byKeys(queries, [...byKey.keys()]);
    const versions = await this.texts.versions(queries, [
      ...new Set(found.flatMap(({ releases }) => releases)),
    ]);
    for (const [key, finding] of byKey) {
      const before = known.find((candidate) => candidate.key === key) ?? null;
      await this.findings.save(queries, broughtUp(finding, before, { key, releaseId, at }), versions);
    }
    return this.findings.byKeys(queries, [...byKey.keys()]);
  }

  /** The same for a release that was never checked before: nothing of it can have lost its cause. */
  async recordFirst(
    queries: Queries,
    releaseId: ReleaseId,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    return found.length === 0 ? [] : this.save(queries, releaseId, found);
  }

  /** The release is gone: what it raised has no cause any more. */
  async closeAll(queries: Queries, releaseId: ReleaseId): Promise<void> {
    await this.closeOthers(queries, releaseId, new Set(), '稿件已撤下。');
  }

  /** Only what this release raised: a released text that others collide with keeps their findings. */
  private async closeOthers(
    queries: Queries,
    releaseId: ReleaseId,
    keep: ReadonlySet<string>,
    closedReason = '修改后不再冲突。',
  ): Promise<void> {
    const at = this.clock.now();
    for (const finding of await this.findings.ofRelease(queries, releaseId)) {
      if (finding.raisedBy !== releaseId || keep.has(finding.key)) continue;
      await this.findings.setState(queries, finding.id, { state: 'closed', at, closedReason });
    }
  }
}

/** A ruling holds while the facts are the same; when one changes the finding is open again, and is reported again. */
const broughtUp = (
  finding: Finding,
  before: StoredFinding | null,
  raised: { readonly key: string; readonly releaseId: ReleaseId; readonly at: Date },
): StoredFinding => {
  const factsDigest = factsDigestOf(finding);
  const ruled = before?.ruling?.factsDigest === factsDigest;
  const sameFacts = before?.factsDigest === factsDigest;
  const coordinating = before?.state === 'coordinating';
  return {
    ...finding,
    id: before?.id ?? newId(),
    key: raised.key,
    state: ruled ? 'ruled' : coordinating ? 'coordinating' : 'open',
    factsDigest,
    raisedBy: before?.raisedBy ?? raised.releaseId,
    raisedAt: before?.raisedAt ?? raised.at,
    updatedAt: sameFacts && before.state !== 'closed' ? before.updatedAt : raised.at,
    closedReason: null,
    notifiedAt: sameFacts ? before.notifiedAt : null,
    ruling: before?.ruling ?? null,
  };
};
