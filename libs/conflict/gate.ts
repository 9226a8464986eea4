import type { Queries } from '@koujing/database';
import { Problem, type Clock, type Reason, type ReleaseId } from '@koujing/kernel';
import type { AttachmentStore, Release, ReleaseStore, ReleaseVersion } from '@koujing/release';
import { companionsOf } from './companions.js';
import type { AgreedMatters } from './agreed/agreed-matters.js';
import { departure } from './agreed/departures.js';
import type { Finding } from './finding.js';
import type { FactStore } from './fact-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { RecordFindings } from './gate-findings.js';
import type { GateIndex } from './gate-index.js';
import type { ReportFindings } from './gate-report.js';
import { gateReasons } from './gate-rule.js';
import type { GateStore } from './gate-store.sql.js';
import type { ReleaseTextStore } from './release-text-store.sql.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFacts } from './stored-facts.js';
import type { StoredFinding } from './stored-finding.js';
import type { ReleaseText } from './release-text.js';
import type { CompanionText } from './within/within-release.js';
import type { WatchGaps } from './watch-gaps.js';

/** What the gate ruled on one version. */
export interface GateVerdict {
  readonly passed: boolean;
  /** The release's place in the order of release; null if it did not pass. */
  readonly gateSeq: number | null;
  readonly version: number;
  readonly digest: string;
  readonly findings: readonly StoredFinding[];
  /** Why it did not pass, for the person who clicked and for `hold_reason`. */
  readonly reasons: readonly Reason[];
  readonly checkedAgainst: number;
}

/** What the detector says before it counts. */
export interface Advice {
  readonly findings: readonly StoredFinding[];
  readonly checkedAgainst: number;
}

export interface GateParts {
  readonly store: GateStore;
  readonly index: GateIndex;
  readonly texts: ReleaseTextStore;
  readonly facts: FactStore;
  readonly findings: FindingStore;
  readonly agreed: AgreedMatters;
  readonly gaps: WatchGaps;
  readonly record: RecordFindings;
  readonly report: ReportFindings;
  readonly releases: ReleaseStore;
  readonly attachments: AttachmentStore;
  readonly clock: Clock;
}

/** The detector at the door (DESIGN: "The way of a release"). No network call happens inside. */
export class Gate {
  constructor(private readonly parts: GateParts) {}

  /**
   * Decides under the gate's lock, which the transaction holds until it ends: two organs that release on one matter at
   * the same instant are decided one after the other, and the second sees the first. The caller must let the transaction
   * commit even when `passed` is false, because verdict, findings and notices are stored in it; and if it passed,
   * must store `gateSeq` and the state `released` in the same transaction.
   */
  async decide(queries: Queries, releaseId: ReleaseId): Promise<GateVerdict> {
    const { store, report, clock } = this.parts;
    await store.lock(queries);
    const { release, version } = await this.current(queries, releaseId);
    const { findings, checkedAgainst, read } = await this.check(queries, release);
    const reasons = findings.flatMap((finding) => gateReasons(finding, releaseId));
    const passed = reasons.length === 0;
    const gateSeq = passed ? await store.nextGateSeq(queries) : null;
    await report.report(queries, findings);
    if (passed) await this.parts.gaps.answered(queries, release);
    else await report.held(queries, release, reasons);
    if (passed) await this.parts.facts.save(queries, [{ releaseId, version: release.version, ...read() }]);
    const { digest } = version;
    const verdict = { passed, gateSeq, version: release.version, digest, checkedAgainst };
    const findingIds = findings.map(({ id }) => id);
    await store.record(queries, { ...verdict, releaseId, findingIds, at: clock.now() });
    return { ...verdict, findings, reasons };
  }

  /**
   * The place in the order of release at which what is withdrawn stops being compared with; the caller must store it as
   * the release's `gateSeq` with the state `withdrawn` in the same transaction.
   */
  async forget(queries: Queries): Promise<number> {
    return this.takePlace(queries);
  }

  /** The place of something else that is said in public, in the order that readers catch up by; held to the commit. */
  async takePlace(queries: Queries): Promise<number> {
    await this.parts.store.lock(queries);
    return this.parts.store.nextGateSeq(queries);
  }

  /** The same check as advice: nothing is held back, findings are kept; coordinators are told once it has left the drafter's desk. */
  async advise(queries: Queries, releaseId: ReleaseId): Promise<Advice> {
    const { release } = await this.current(queries, releaseId);
    const { findings, checkedAgainst } = await this.check(queries, release);
    if (release.state !== 'draft' && release.state !== 'returned')
      await this.parts.report.report(queries, findings);
    return { findings, checkedAgainst };
  }

  /**
   * After a text that is out was corrected or taken back: whatever others had raised against it is looked at again,
   * so that a finding whose cause is gone closes itself and what was owed for it ends.
   */
  async reconsider(queries: Queries, releaseId: ReleaseId): Promise<void> {
    const { findings, releases } = this.parts;
    const named = await findings.ofRelease(queries, releaseId);
    for (const raiser of new Set(named.map(({ raisedBy }) => raisedBy))) {
      const release = raiser === null ? null : await releases.find(queries, raiser);
      if (release !== null) await this.check(queries, release);
    }
  }

  private async check(
    queries: Queries,
    release: Release,
  ): Promise<Advice & { /** Its facts, to be stored if it goes out. */ readonly read: () => StoredFacts }> {
    const { index, texts, record, clock } = this.parts;
    const text = await texts.candidate(queries, release.id, clock.now());
    if (text === null) throw new Problem('notFound', [conflictRefusal.unknownRelease]);
    // What was out before and goes out corrected is held against its own time.
    const { detector, told, heard } = await index.heldAgainst(queries, Date.parse(text.publishedAt ?? ''));
    const own = detector.withinFinding(text, await this.around(queries, release, text));
    const found = [
      ...detector.check(text),
      ...told.check(text),
      ...heard.check(text),
      ...(own === undefined ? [] : [own]),
      ...(await this.departures(queries, release, text)),
    ];
    const findings = await record.record(queries, release.id, found);
    return { findings, checkedAgainst: detector.size, read: () => detector.factsToStore(text) };
  }

  /** What goes out beside the text: the words that a person set for one channel, and the text that this one replaces. */
  private async around(
    queries: Queries,
    release: Release,
    text: ReleaseText,
  ): Promise<{ readonly companions: readonly CompanionText[]; readonly earlier: readonly ReleaseText[] }> {
    const { releases, texts, clock } = this.parts;
    const version = await releases.version(queries, release.id, release.version);
    const companions = version === null ? [] : await companionsOf(queries, version, this.parts.attachments);
    const replaced =
      text.supersedes === undefined
        ? null
        : await texts.candidate(queries, text.supersedes as ReleaseId, clock.now());
    return { companions, earlier: replaced === null ? [] : [replaced] };
  }

  private async departures(
    queries: Queries,
    { matter }: Release,
    text: ReleaseText,
  ): Promise<readonly Finding[]> {
    const agreed = await this.parts.agreed.of(queries, matter);
    const found = agreed === null ? undefined : departure(text, agreed);
    return found === undefined ? [] : [found];
  }

  private async current(
    queries: Queries,
    releaseId: ReleaseId,
  ): Promise<{ readonly release: Release; readonly version: ReleaseVersion }> {
    const release = await this.parts.releases.find(queries, releaseId);
    const version =
      release === null ? null : await this.parts.releases.version(queries, releaseId, release.version);
    if (release === null || version === null) throw new Problem('notFound', [conflictRefusal.unknownRelease]);
    return { release, version };
  }
}
