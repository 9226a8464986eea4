import type { Database, Queries } from '@koujing/database';
import type { ReleaseId } from '@koujing/kernel';
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

/** In one transaction under the gate's lock: some ten milliseconds each, in which nobody releases. */
const atOnce = 5;

/**
 * Holds what was newly heard outside against what is out; what goes out later is held against it at the gate. A finding raised for
 * it closes when the site says so no more. In as many processes as there are: what one dies with, the next takes up.
 */
export class CompareHeard {
  constructor(private readonly parts: CompareParts) {}

  /** How many texts were compared. */
  tick(): Promise<number> {
    const { database, gateStore, heard } = this.parts;
    return database.transaction(async (queries) => {
      await gateStore.lock(queries);
      const texts = await heard.uncompared(queries, atOnce);
      for (const text of texts) {
        await this.#compare(queries, text);
        await heard.compared(queries, text);
      }
      return texts.length;
    });
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
    }
    for (const finding of before)
      if (!standing.has(finding.key))
        await record.close(queries, finding, '系统外的文字已改或已撤，问题随之消除。');
  }
}
