import type { Database } from '@koujing/database';
import type { FindingStore } from './finding-store.sql.js';
import type { Gate } from './gate.js';

/**
 * A text that went through the gate again (corrected) is what the public has from then on: whatever others had raised
 * against it is looked at anew, so that a finding whose cause is gone closes itself and the duty for it ends. After the
 * commit, because the index must never hold a text that is rolled back.
 */
export class ReconsiderFindings {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly findings: FindingStore;
      readonly gate: Gate;
    },
  ) {}

  /** One look at what passed the gate since the last one. Doing it twice, or in two processes, changes nothing. */
  async tick(): Promise<number> {
    const { database, findings, gate } = this.parts;
    const { from, to, releaseIds } = await findings.passedSince(database.queries);
    for (const id of releaseIds) await database.transaction((queries) => gate.reconsider(queries, id));
    if (to > from) await findings.reconsideredTo(database.queries, to);
    return releaseIds.length;
  }
}
