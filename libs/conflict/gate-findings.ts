import type { AuditTrail } from '@koujing/audit';
import type { Queries } from '@koujing/database';
import { newId, type Clock, type ReleaseId } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import { basisOf, remembered } from './basis.js';
import { closedBecause, type Because } from './closed-because.js';
import type { DutyStore } from './correction-duty-store.sql.js';
import type { FindingGroupStore } from './finding-group-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { Finding } from './finding.js';
import type { NamedText, ReleaseTextStore } from './release-text-store.sql.js';
import { factsDigestOf, keyOf, type Ruling, type StoredFinding } from './stored-finding.js';

export interface RecordParts {
  readonly findings: FindingStore;
  readonly groups: FindingGroupStore;
  readonly duties: DutyStore;
  readonly texts: ReleaseTextStore;
  readonly matters: MatterStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

const goneBecause = ({ releases }: StoredFinding): Because =>
  releases.length > 1 ? closedBecause.oneGone : closedBecause.gone;

type Named = ReadonlyMap<ReleaseId, NamedText>;

/** Keeps what a check found: raised once, brought up to date, closed when its cause is gone, settled if ruled before. */
export class RecordFindings {
  constructor(private readonly parts: RecordParts) {}

  /** `found` is everything that stands against this release now; returns it as stored. */
  async record(
    queries: Queries,
    releaseId: ReleaseId,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    await this.parts.findings.lockAll(queries);
    const stored = await this.save(queries, releaseId, found);
    await this.closeOthers(queries, releaseId, new Set(stored.map(({ key }) => key)));
    return stored;
  }

  /** The same for a release that was never checked before: nothing of it can have lost its cause. */
  async recordFirst(
    queries: Queries,
    releaseId: ReleaseId,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    if (found.length === 0) return [];
    await this.parts.findings.lockAll(queries);
    return this.save(queries, releaseId, found);
  }

  /** Between texts that both stand outside: no release raised it, and none is stopped. */
  async recordOutside(queries: Queries, found: readonly Finding[]): Promise<readonly StoredFinding[]> {
    if (found.length === 0) return [];
    await this.parts.findings.lockAll(queries);
    return this.save(queries, null, found);
  }

  /** The release is gone: what it raised, and what others raised against it, has no cause any more. */
  async closeAll(queries: Queries, releaseId: ReleaseId): Promise<void> {
    await this.parts.findings.lockAll(queries);
    for (const finding of await this.parts.findings.ofRelease(queries, releaseId))
      await this.close(queries, finding, goneBecause(finding));
  }

  /** Closes one whose cause is gone, and ends what was owed for it. */
  async close(queries: Queries, finding: Pick<StoredFinding, 'id'>, because: Because): Promise<void> {
    const at = this.parts.clock.now();
    await this.parts.findings.setState(queries, finding.id, { state: 'closed', at, because });
    await this.parts.duties.endOf(queries, finding.id, { at, because });
  }

  private async save(
    queries: Queries,
    releaseId: ReleaseId | null,
    found: readonly Finding[],
  ): Promise<readonly StoredFinding[]> {
    if (found.length === 0) return [];
    const { findings, texts } = this.parts;
    const at = this.parts.clock.now();
    const byKey = new Map(found.map((finding) => [keyOf(finding, releaseId), finding]));
    const ids = [
      ...new Set([...(releaseId === null ? [] : [releaseId]), ...found.flatMap(({ releases }) => releases)]),
    ];
    const named = await texts.named(queries, ids);
    const groupId = await this.groupOf(queries, byKey, named, releaseId);
    const known = await findings.byKeys(queries, [...byKey.keys()]);
    for (const [key, finding] of byKey) {
      const before = known.find((candidate) => candidate.key === key) ?? null;
      const next = broughtUp(finding, before, { key, groupId, releaseId, at });
      await findings.save(queries, next, named);
      if (next.state !== 'ruled') await this.remember(queries, next, named);
    }
    return findings.byKeys(queries, [...byKey.keys()]);
  }

  private async groupOf(
    queries: Queries,
    byKey: ReadonlyMap<string, Finding>,
    named: Named,
    releaseId: ReleaseId | null,
  ): Promise<string> {
    const matterId = releaseId === null ? null : (named.get(releaseId)?.matter ?? null);
    const matter = matterId === null ? null : await this.parts.matters.find(queries, matterId);
    const [first] = [...named.values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    const pairs = [...byKey.values()].filter(({ outsideOther }) => outsideOther !== undefined);
    return this.parts.groups.groupFor(queries, {
      keys: [...byKey.keys()],
      releaseIds: [...named.keys()],
      outsideIds: pairs.flatMap(({ outside, outsideOther }) => [outside?.id ?? '', outsideOther?.id ?? '']),
      matter,
      title: first?.title ?? pairs[0]?.outside?.title ?? '',
      at: this.parts.clock.now(),
    });
  }

  /** What was ruled to be left alone is not raised again while everybody says what they said then. */
  private async remember(queries: Queries, finding: StoredFinding, named: Named): Promise<void> {
    const { findings, clock, audit } = this.parts;
    const basis = basisOf(finding, named);
    const around = { kind: finding.kind, releaseIds: finding.releases };
    const ruling = remembered(basis, await findings.rulingsAround(queries, around));
    if (ruling === null) return;
    const at = clock.now();
    await findings.insertRuling(queries, { ...again(ruling, finding), basis, ruledAt: at });
    await findings.setState(queries, finding.id, { state: 'ruled', at });
    await audit.record(queries, {
      actor: 'system:gate',
      action: 'finding.remember',
      subjectKind: 'finding',
      subjectId: finding.id,
      digest: finding.factsDigest,
      detail: { ruling: ruling.id },
    });
  }

  /** Only what this release raised: a released text that others collide with keeps their findings. */
  private async closeOthers(
    queries: Queries,
    releaseId: ReleaseId,
    keep: ReadonlySet<string>,
  ): Promise<void> {
    for (const finding of await this.parts.findings.ofRelease(queries, releaseId)) {
      if (finding.raisedBy !== releaseId || keep.has(finding.key)) continue;
      await this.close(queries, finding, closedBecause.revised);
    }
  }
}

const again = (ruling: Ruling, finding: StoredFinding): Ruling => ({
  ...ruling,
  id: newId(),
  findingId: finding.id,
  factsDigest: finding.factsDigest,
  confidence: finding.confidence,
  attributes: finding.facts.map(({ attribute }) => attribute),
  follows: ruling.follows ?? ruling.id,
});

interface Raised {
  readonly key: string;
  readonly groupId: string;
  readonly releaseId: ReleaseId | null;
  readonly at: Date;
}

/** A ruling holds while the facts are the same; when one changes the finding is open again, and is reported again. */
const broughtUp = (
  finding: Finding,
  before: StoredFinding | null,
  { key, groupId, releaseId, at }: Raised,
): StoredFinding => {
  const factsDigest = factsDigestOf(finding);
  const ruled = before?.ruling?.factsDigest === factsDigest;
  const sameFacts = before?.factsDigest === factsDigest;
  const coordinating = before?.state === 'coordinating';
  return {
    ...finding,
    id: before?.id ?? newId(),
    key,
    groupId,
    state: ruled ? 'ruled' : coordinating ? 'coordinating' : 'open',
    factsDigest,
    raisedBy: before?.raisedBy ?? releaseId,
    raisedAt: before?.raisedAt ?? at,
    updatedAt: sameFacts && before.state !== 'closed' ? before.updatedAt : at,
    ...{ closedReason: null, closedReasonEn: '' },
    notifiedAt: sameFacts ? before.notifiedAt : null,
    ruling: before?.ruling ?? null,
  };
};
