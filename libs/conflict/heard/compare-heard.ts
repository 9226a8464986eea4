import type { Database, Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
import { closedBecause } from '../closed-because.js';
import type { FindingStore } from '../finding-store.sql.js';
import type { RecordFindings } from '../gate-findings.js';
import type { GateIndex } from '../gate-index.js';
import type { ReportFindings } from '../gate-report.js';
import type { GateStore } from '../gate-store.sql.js';
import type { SequencedHeard } from './heard-text.js';
import type { HeardTextStore } from './heard-text-store.sql.js';

export interface CompareParts {
  readonly database: Database;
  readonly gateStore: GateStore;
  readonly index: GateIndex;
  readonly heard: HeardTextStore;
  readonly findings: FindingStore;
  readonly record: RecordFindings;
  readonly report: ReportFindings;
}

/** Each under the gate's lock, in which nobody releases; between two of them others have their turn. */
const atOnce = 5;

/**
 * Holds what was newly heard outside against what is out and against what other sites say; what goes out later is held against it
 * at the gate. A finding raised for it closes when the site says so no more. In as many processes as there are: what one dies with, the next takes up.
 */
export class CompareHeard {
  constructor(private readonly parts: CompareParts) {}

  /** How many texts were compared. */
  async tick(): Promise<number> {
    const { database, heard } = this.parts;
    if (!(await heard.isAnyUncompared(database.queries))) return 0;
    let compared = 0;
    while (compared < atOnce && (await this.#next())) compared += 1;
    return compared;
  }

  /** One text, in one transaction; false where there is none. */
  async #next(): Promise<boolean> {
    const { database, gateStore, heard } = this.parts;
    let taken: SequencedHeard | undefined;
    try {
      await database.transaction(async (queries) => {
        await gateStore.lock(queries);
        [taken] = await heard.uncompared(queries, 1);
        if (taken === undefined) return;
        await this.#compare(queries, taken);
        await heard.compared(queries, taken);
      });
    } catch (error) {
      // One that cannot be compared must not stand before all that come after it; whoever runs this tells of it.
      if (taken !== undefined) await heard.compared(database.queries, taken);
      throw error;
    }
    return taken !== undefined;
  }

  async #compare(queries: Queries, { text, withdrawn }: SequencedHeard): Promise<void> {
    const { index, findings, record, report } = this.parts;
    await findings.lockAll(queries);
    const before = await findings.againstOutside(queries, text.id);
    const standing = new Set<string>();
    if (!withdrawn) {
      const window = await index.heldAgainst(queries, Date.parse(text.publishedAt));
      for (const { a: release } of window.detector.judge(text)) {
        const found = window.heard.check(release).filter(({ outside }) => outside?.id === text.id);
        const stored = await record.recordFirst(queries, release.id as ReleaseId, found);
        for (const { key } of stored) standing.add(key);
        await report.report(queries, stored);
      }
      const outside = await record.recordOutside(queries, window.heard.among(text));
      for (const { key } of outside) standing.add(key);
      await report.report(queries, outside);
    }
    for (const finding of before)
      if (!standing.has(finding.key)) await record.close(queries, finding, closedBecause.outsideChanged);
  }
}
