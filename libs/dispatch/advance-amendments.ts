import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Amendment } from './amendment.js';
import { planAmendment, type AmendingDelivery } from './amendment-plan.js';
import type { AmendmentStore, ClosedRow, Target } from './amendment-store.sql.js';
import type { Delivery } from './delivery.js';
import { insertSteps } from './manual-step-store.sql.js';
import { insertPlan } from './plan-store.sql.js';

/**
 * Plans what a correction or withdrawal can do now. It is asked when the operation is ordered, in each commit that
 * settles a row which it waited for, when a person has decided on one, and by a sweep: a row whose commit met the
 * order half-way is found there.
 */
export class AdvanceAmendments {
  constructor(
    private readonly store: AmendmentStore,
    private readonly audit: AuditTrail,
  ) {}

  /** All that can be planned now, inside the transaction that ordered it; answers the rows. */
  begin(
    queries: Queries,
    amendment: Amendment,
    recipients: readonly string[],
  ): Promise<readonly AmendingDelivery[]> {
    return this.#advance(queries, amendment, { only: null, recipients });
  }

  /** After rows were written: `rows` as they were before. */
  async follow(queries: Queries, rows: readonly Delivery[]): Promise<void> {
    const publishing = rows.filter(({ operation }) => operation === 'send' || operation === 'correct');
    for (const [releaseId, ofRelease] of Map.groupBy(publishing, (row) => row.releaseId)) {
      const [amendment] = await this.store.ofRelease(queries, releaseId);
      if (amendment === undefined) continue;
      const only = ofRelease.filter(({ version }) => version <= amendment.fromVersion);
      if (only.length > 0) await this.#advance(queries, amendment, { only, recipients: null });
    }
  }

  /** For everything that still waits; cheap, because that is seldom anything. */
  async sweep(database: Database): Promise<void> {
    for (const { id } of await this.store.unsettled(database.queries))
      await database.transaction(async (queries) => {
        const amendment = await this.store.find(queries, id);
        if (amendment === null || amendment.settledAt !== null) return;
        await this.#advance(queries, amendment, { only: null, recipients: null });
      });
  }

  async #advance(
    queries: Queries,
    amendment: Amendment,
    {
      only,
      recipients,
    }: { readonly only: readonly Target[] | null; readonly recipients: readonly string[] | null },
  ): Promise<readonly AmendingDelivery[]> {
    const closed = await this.store.closeUnsent(queries, amendment, only);
    await this.audit.recordAll(queries, closed.map(closedEntry(amendment)));
    const planned = planAmendment(amendment, {
      rows: await this.store.rows(queries, amendment.releaseId, only),
      recipients,
      portalLive: await this.store.isLive(queries, amendment),
    });
    await insertPlan(queries, planned);
    await insertSteps(
      queries,
      planned.map((row) => ({ row, steps: row.steps })),
    );
    await this.audit.recordAll(queries, planned.map(plannedEntry));
    await this.store.settleIfDone(queries, amendment);
    return planned;
  }
}

const closedEntry =
  ({ id }: Amendment) =>
  (row: ClosedRow) => ({
    actor: 'system:amendment',
    action: `delivery.${row.state}`,
    subjectKind: 'delivery',
    subjectId: row.id,
    digest: row.rendition_digest,
    detail: { amendment: id },
  });

const plannedEntry = (row: AmendingDelivery) => ({
  actor: 'system:amendment',
  action: `delivery.${row.state}`,
  subjectKind: 'delivery',
  subjectId: row.id,
  digest: row.renditionDigest,
  detail: { amendment: row.amendmentId, operation: row.operation, amends: row.amends },
});
