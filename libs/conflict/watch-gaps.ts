import { gapInWords } from './judge/gap.js';
import type { Database, Queries } from '@koujing/database';
import { civilTime, digestOf, newId, type Clock } from '@koujing/kernel';
import type { Matter, MatterStore } from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';
import type { Release, ReleaseStore } from '@koujing/release';
import { closedBecause } from './closed-because.js';
import type { FindingGroupStore } from './finding-group-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { RecordFindings } from './gate-findings.js';
import type { GateIndex } from './gate-index.js';
import type { ReportFindings } from './gate-report.js';
import { spokenOn } from './judge/gap.js';
import { overdueMatters } from './overdue-matters.sql.js';
import type { ReleaseTextStore } from './release-text-store.sql.js';
import { severityOf } from './severity.js';
import { gapKey, type StoredFinding } from './stored-finding.js';

export interface GapParts {
  readonly database: Database;
  readonly matters: MatterStore;
  readonly organs: OrganStore;
  readonly releases: ReleaseStore;
  readonly findings: FindingStore;
  readonly groups: FindingGroupStore;
  readonly texts: ReleaseTextStore;
  readonly index: GateIndex;
  readonly record: RecordFindings;
  readonly report: ReportFindings;
  readonly clock: Clock;
}

/** 工作缺位 (Art.15): a matter whose clock passes without a release by its owner. */
export class WatchGaps {
  constructor(private readonly parts: GapParts) {}

  /** One look at every clock that has passed, in as many processes as there are; answers how many gaps it raised. */
  async tick(): Promise<number> {
    const { database, clock } = this.parts;
    let raised = 0;
    for (const { id } of await overdueMatters(database.queries, clock.now()))
      raised += (await database.transaction((queries) => this.look(queries, id))) ? 1 : 0;
    return raised;
  }

  /** The owner is going out on it: its gap closes in the transaction of the release. */
  async answered(queries: Queries, release: Release): Promise<void> {
    const { findings, matters, texts, clock, record } = this.parts;
    await findings.lockAll(queries);
    for (const gap of await findings.openGapsOf(queries, [release.organId, ...release.jointOrganIds])) {
      const matter = gap.matter === undefined ? null : await matters.find(queries, gap.matter);
      if (matter === null) continue;
      const text = await texts.candidate(queries, release.id, clock.now());
      if (text === null) continue;
      const linked = release.matter === matter.id;
      const spoken = await this.spoken(queries, matter, [{ ...text, linked }]);
      if (spoken.answer === undefined) continue;
      await this.link(queries, spoken.answer, matter, release.state);
      await record.close(queries, gap, closedBecause.released(text.organ, text.title));
    }
  }

  /** The clock was moved: a gap whose hour has not come any more has no cause. */
  async clockMoved(queries: Queries, matter: Matter): Promise<void> {
    const { findings, clock, record } = this.parts;
    if (matter.dueAt !== null && matter.dueAt <= clock.now()) return;
    await findings.lockAll(queries);
    const [gap] = await findings.byKeys(queries, [gapKey(matter.id)]);
    if (gap !== undefined && gap.state !== 'closed')
      await record.close(queries, gap, closedBecause.clockMoved);
  }

  /** Under the findings' lock, so that two processes cannot raise one gap twice. */
  private async look(queries: Queries, matterId: string): Promise<boolean> {
    const { findings, matters, texts, clock, record } = this.parts;
    await findings.lockAll(queries);
    const matter = await matters.find(queries, matterId);
    if (matter?.state !== 'open' || matter.dueAt === null || matter.dueAt > clock.now()) return false;
    const [known] = await findings.byKeys(queries, [gapKey(matterId)]);
    const factsDigest = gapDigest(matter);
    if (known !== undefined && known.state !== 'closed' && known.factsDigest === factsDigest) {
      await findings.standsFor(queries, known.id, matter);
      return false;
    }
    const since = { organId: matter.ownerOrganId, matterId, from: matter.openedAt };
    const spoken = await this.spoken(queries, matter, await texts.releasedOn(queries, since));
    if (spoken.answer === undefined)
      return this.raise(queries, { matter, known, factsDigest, others: spoken.others });
    await this.link(queries, spoken.answer, matter, 'released');
    if (known !== undefined && known.state !== 'closed')
      await record.close(queries, known, closedBecause.ownerReleased);
    return false;
  }

  /** What answers a matter is on it, whether or not its drafter had said so. */
  private async link(
    queries: Queries,
    { id, linked }: { readonly id: string; readonly linked: boolean },
    matter: Matter,
    state: Release['state'],
  ): Promise<void> {
    const { releases, clock } = this.parts;
    const release = linked ? null : await releases.find(queries, id);
    if (release?.matter === null)
      await releases.write(queries, id, { state, matter: matter.id, at: clock.now() });
  }

  private async spoken(queries: Queries, matter: Matter, releases: Parameters<typeof spokenOn>[1]) {
    const directory = await this.parts.index.directory(queries);
    const owner = (await this.parts.organs.find(queries, matter.ownerOrganId))?.name ?? matter.ownerOrganId;
    const record = { id: matter.id, title: matter.title, owner, openedAt: civilTime(matter.openedAt) };
    return spokenOn(record, releases, directory);
  }

  private async raise(queries: Queries, { matter, known, factsDigest, others }: Raised): Promise<boolean> {
    const { findings, groups, organs, report, clock } = this.parts;
    const at = clock.now();
    const key = gapKey(matter.id);
    const owner = (await organs.find(queries, matter.ownerOrganId))?.name ?? matter.ownerOrganId;
    const groupId = await groups.groupFor(queries, {
      ...{ keys: [key], releaseIds: [], matter, title: matter.title, at },
    });
    const ruled = known?.ruling?.factsDigest === factsDigest;
    const finding: StoredFinding = {
      ...{
        kind: 'gap',
        releases: [],
        matter: matter.id,
        severity: severityOf({ kind: 'gap' }),
        confidence: 1,
      },
      facts: [],
      ...gapInWords({ title: matter.title, owner, dueAt: matter.dueAt }, others),
      id: known?.id ?? newId(),
      ...{ key, groupId, factsDigest, raisedBy: null },
      state: ruled ? 'ruled' : 'open',
      raisedAt: known?.raisedAt ?? at,
      updatedAt: at,
      ...{ closedReason: null, closedReasonEn: '' },
      notifiedAt: ruled ? (known?.notifiedAt ?? null) : null,
      ruling: known?.ruling ?? null,
    };
    await findings.save(queries, finding, new Map());
    await findings.standsFor(queries, finding.id, matter);
    if (!ruled) await report.gap(queries, finding, { ...matter, link: `/matters/${matter.id}` });
    return !ruled;
  }
}

interface Raised {
  readonly matter: Matter;
  readonly known: StoredFinding | undefined;
  readonly factsDigest: string;
  readonly others: readonly string[];
}

/** A gap is another one when the hour or the owner is another; a ruling on it holds as long. */
const gapDigest = ({ id, ownerOrganId, dueAt }: Pick<Matter, 'id' | 'ownerOrganId' | 'dueAt'>): string =>
  digestOf({ kind: 'gap', matter: id, owner: ownerOrganId, dueAt: dueAt?.toISOString() });
