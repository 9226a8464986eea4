import type { Database, Queries } from '@koujing/database';
import { digestOf, minuteInWords, newId, type Clock } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { OrganStore } from '@koujing/organ';
import type { FindingGroupStore } from './finding-group-store.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { RecordFindings } from './gate-findings.js';
import type { ReportFindings } from './gate-report.js';
import { dutyKey, type GapDuty, type GapSource } from './gap-source.js';
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

/** 工作缺位 (Art.15) of duties that have no matter's clock of their own: raised when the hour passes, closed when it is done. */
export class WatchDuties {
  constructor(private readonly parts: DutyParts) {}

  /** One look, in as many processes as there are; answers how many gaps it raised. */
  async tick(): Promise<number> {
    const { database } = this.parts;
    const { fresh, done } = await this.#differences(database.queries);
    if (fresh.length === 0 && done.length === 0) return 0;
    return database.transaction(async (queries) => {
      await this.parts.findings.lockAll(queries);
      const now = await this.#differences(queries);
      for (const finding of now.done) await this.#close(queries, finding);
      let raised = 0;
      for (const { duty, known } of now.fresh) raised += (await this.#raise(queries, duty, known)) ? 1 : 0;
      return raised;
    });
  }

  /** A duty may just have been done: its gap closes in the transaction that did it. */
  async settle(queries: Queries): Promise<void> {
    if ((await this.#differences(queries)).done.length === 0) return;
    await this.parts.findings.lockAll(queries);
    for (const finding of (await this.#differences(queries)).done) await this.#close(queries, finding);
  }

  /** What is overdue and not on the board, and what is on the board and not overdue any more. */
  async #differences(queries: Queries): Promise<{
    readonly fresh: readonly { readonly duty: GapDuty; readonly known: StoredFinding | undefined }[];
    readonly done: readonly StoredFinding[];
  }> {
    const { sources, findings, clock } = this.parts;
    const overdue = new Map<string, GapDuty>();
    for (const source of sources)
      for (const duty of await source.overdue(queries, clock.now()))
        if (!duty.met) overdue.set(dutyKey(duty), duty);
    const known = new Map(
      (await findings.byKeys(queries, [...overdue.keys()])).map((each) => [each.key, each]),
    );
    const stands = (key: string, duty: GapDuty): boolean => {
      const finding = known.get(key);
      return finding !== undefined && finding.state !== 'closed' && finding.factsDigest === digest(duty);
    };
    return {
      fresh: [...overdue]
        .filter(([key, duty]) => !stands(key, duty))
        .map(([key, duty]) => ({ duty, known: known.get(key) })),
      done: (await findings.openDutyGaps(queries)).filter(({ key }) => !overdue.has(key)),
    };
  }

  #close(queries: Queries, finding: StoredFinding): Promise<void> {
    return this.parts.record.close(queries, finding, '应发布的事项已履行，或时限已不适用。');
  }

  async #raise(queries: Queries, duty: GapDuty, known: StoredFinding | undefined): Promise<boolean> {
    const { findings, groups, matters, organs, report, clock } = this.parts;
    const [at, key, factsDigest] = [clock.now(), dutyKey(duty), digest(duty)];
    const matter = duty.matterId === null ? null : await matters.find(queries, duty.matterId);
    const owner = (await organs.find(queries, duty.ownerOrganId))?.name ?? duty.ownerOrganId;
    const of = { keys: [key], releaseIds: [], matter, title: duty.title, at };
    const ruled = known?.ruling?.factsDigest === factsDigest;
    const finding: StoredFinding = {
      ...{ kind: 'gap', releases: [], facts: [], severity: severityOf({ kind: 'gap' }), confidence: 1 },
      ...(matter === null ? {} : { matter: matter.id }),
      explanation: explanationOf(duty, owner),
      ...{ id: known?.id ?? newId(), key, groupId: await groups.groupFor(queries, of), factsDigest },
      ...{ raisedBy: null, state: ruled ? 'ruled' : 'open', raisedAt: known?.raisedAt ?? at, updatedAt: at },
      ...{ closedReason: null, notifiedAt: ruled ? known.notifiedAt : null, ruling: known?.ruling ?? null },
    };
    await findings.save(queries, finding, new Map());
    if (!ruled) await report.gap(queries, finding, duty);
    return !ruled;
  }
}

/** Another hour is another gap; a ruling on it holds as long as the hour does. */
const digest = (duty: GapDuty): string =>
  digestOf({ kind: 'duty', key: dutyKey(duty), dueAt: duty.dueAt.toISOString() });

const explanationOf = ({ title, duty, article, dueAt }: GapDuty, owner: string): string =>
  `“${title}”的“${duty}”应由${owner}在${minuteInWords(dueAt)}前完成（${article}），时限已过仍未完成，属工作缺位；请立即组织发布。`;
