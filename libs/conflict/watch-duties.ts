import type { Database, Queries, Rows } from '@koujing/database';
import { digestOf, minuteInEnglish, minuteInWords, newId, type Clock } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';
import { inBrackets, inEnglishBrackets } from '@koujing/text';
import { closedBecause } from './closed-because.js';
import { doneDuties, freshDuties, type FreshDuty } from './duty-differences.sql.js';
import { explained } from './finding.js';
import type { FindingGroupStore } from './finding-group-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { RecordFindings } from './gate-findings.js';
import type { ReportFindings } from './gate-report.js';
import { dutyKey, type GapDuty, type GapSource, type PassedDuty } from './gap-source.js';
import { severityOf } from './severity.js';
import type { StoredFinding } from './stored-finding.js';

export interface DutyParts {
  readonly database: Database;
  readonly sources: readonly GapSource[];
  readonly findings: FindingStore;
  readonly groups: FindingGroupStore;
  readonly matters: MatterStore;
  readonly organs: OrganStore;
  readonly record: RecordFindings;
  readonly report: ReportFindings;
  readonly clock: Clock;
}

/** Raised or closed in one transaction: nobody else who writes findings waits longer for the board than that takes. */
const perBatch = 25;
/** In one look: a backlog is worked off minute by minute, and the tick of a minute stays short. */
const batches = 4;

/** 工作缺位 (Art.15) of duties that have no matter's clock of their own: raised when the hour passes, closed when it is done. */
export class WatchDuties {
  constructor(private readonly parts: DutyParts) {}

  /** One look, in as many processes as there are; answers how many gaps it raised. */
  async tick(): Promise<number> {
    const { database } = this.parts;
    let raised = 0;
    for (let batch = 0; batch < batches; batch += 1) {
      const { queries } = database;
      if ((await this.#fresh(queries)).length === 0 && (await this.#done(queries)).length === 0) break;
      raised += await database.transaction((held) => this.#workOff(held));
    }
    return raised;
  }

  /** A duty may just have been done: its gap closes in the transaction that did it. */
  async settle(queries: Queries): Promise<void> {
    if ((await this.#done(queries)).length === 0) return;
    await this.parts.findings.lockAll(queries);
    for (const finding of await this.#done(queries)) await this.#close(queries, finding);
  }

  /** The lock is held from the second look on: what another process has raised meanwhile is no difference any more. */
  async #workOff(queries: Queries): Promise<number> {
    const { sources, findings } = this.parts;
    await findings.lockAll(queries);
    for (const finding of await this.#done(queries)) await this.#close(queries, finding);
    const fresh = await this.#fresh(queries);
    const known = await findings.byKeys(queries, fresh.map(dutyKey));
    let raised = 0;
    for (const [index, source] of sources.entries()) {
      const ids = fresh.filter((each) => each.source === index).map(({ id }) => id);
      for (const duty of ids.length === 0 ? [] : await source.duties(queries, ids)) {
        const before = known.find(({ key }) => key === dutyKey(duty));
        raised += (await this.#raise(queries, duty, before)) ? 1 : 0;
      }
    }
    return raised;
  }

  #fresh(queries: Queries): Promise<readonly FreshDuty[]> {
    return freshDuties(queries, this.#passed(), perBatch);
  }

  #done(queries: Queries): Promise<readonly { readonly id: string }[]> {
    return doneDuties(queries, this.#passed(), perBatch);
  }

  #passed(): readonly (readonly Rows[])[] {
    const now = this.parts.clock.now();
    return this.parts.sources.map((source) => source.passed(now));
  }

  #close(queries: Queries, finding: Pick<StoredFinding, 'id'>): Promise<void> {
    return this.parts.record.close(queries, finding, closedBecause.dutyDone);
  }

  async #raise(queries: Queries, duty: GapDuty, known: StoredFinding | undefined): Promise<boolean> {
    const { findings, groups, matters, organs, report, clock } = this.parts;
    const [at, key, factsDigest] = [clock.now(), dutyKey(duty), digest(duty)];
    if (known !== undefined && known.state !== 'closed' && known.factsDigest === factsDigest) {
      await findings.standsFor(queries, known.id, duty);
      return false;
    }
    const matter = duty.matterId === null ? null : await matters.find(queries, duty.matterId);
    const owner = (await organs.find(queries, duty.ownerOrganId))?.name ?? duty.ownerOrganId;
    const of = { keys: [key], releaseIds: [], matter, title: duty.title, at };
    const ruled = known?.ruling?.factsDigest === factsDigest;
    const finding: StoredFinding = {
      ...{ kind: 'gap', releases: [], facts: [], severity: severityOf({ kind: 'gap' }), confidence: 1 },
      ...(matter === null ? {} : { matter: matter.id }),
      ...missedInWords(duty, owner),
      ...{ id: known?.id ?? newId(), key, groupId: await groups.groupFor(queries, of), factsDigest },
      ...{ raisedBy: null, state: ruled ? 'ruled' : 'open', raisedAt: known?.raisedAt ?? at, updatedAt: at },
      ...{ closedReason: null, closedReasonEn: '', ruling: known?.ruling ?? null },
      notifiedAt: ruled ? known.notifiedAt : null,
    };
    await findings.save(queries, finding, new Map());
    await findings.standsFor(queries, finding.id, duty);
    if (!ruled) await report.gap(queries, finding, duty);
    return !ruled;
  }
}

/** Another hour is another gap; a ruling on it holds as long as the hour does. */
const digest = (duty: PassedDuty): string =>
  digestOf({ kind: 'duty', key: dutyKey(duty), dueAt: duty.dueAt.toISOString() });

const missedInWords = ({ title, duty, dutyEn = duty, article, dueAt }: GapDuty, owner: string) =>
  explained(
    `“${title}”的“${duty}”应由${owner}在${minuteInWords(dueAt)}前完成${inBrackets(article)}，时限已过仍未完成，属工作缺位；请立即组织发布。`,
    `${owner} had to complete “${dutyEn}” of “${title}” by ${minuteInEnglish(dueAt)} ${inEnglishBrackets(article)}. That has passed and it is not done: a gap. Release it at once.`,
  );
