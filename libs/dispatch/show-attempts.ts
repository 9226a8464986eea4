import type { Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import { visibleRelease, type ReleaseStore } from '@koujing/release';
import { listAttempts, type ListedAttempt } from './attempt-list.sql.js';
import {
  codeMeanings,
  type AttemptList,
  type AttemptOutcome,
  type AttemptView,
  type CodeMeaning,
} from './attempt.api.js';
import type { DeliveryStore } from './delivery-store.sql.js';
import { dispatchRefusal } from './refusal.js';

export interface AttemptParts {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly releases: ReleaseStore;
}

/** How a delivery came to stand as it does: every try, every look, every deed. */
export class ShowAttempts {
  constructor(private readonly parts: AttemptParts) {}

  /** @throws Problem `notFound` */
  async ofDelivery(
    id: string,
    asked: { readonly page: number; readonly pageSize: number },
    actor: Actor,
  ): Promise<AttemptList> {
    const { database, deliveries, releases } = this.parts;
    const { queries } = database;
    const row = await deliveries.find(queries, id);
    if (row === null) throw new Problem('notFound', [dispatchRefusal.deliveryNotFound]);
    await visibleRelease(releases, queries, actor, row.releaseId);
    const { items, total } = await listAttempts(queries, id, asked);
    return { items: items.map(viewOf), total, ...asked };
  }
}

const late = 'late:';

/** Pure. */
export const viewOf = (step: ListedAttempt): AttemptView => {
  const { outcome, evidence, by, action } = step;
  const isLate = outcome?.startsWith(late) === true;
  const receipt = evidence?.receipt;
  return {
    id: step.id,
    kind: step.kind,
    startedAt: civilTime(step.startedAt),
    endedAt: step.endedAt === null ? null : civilTime(step.endedAt),
    outcome: outcome === null ? null : ((isLate ? outcome.slice(late.length) : outcome) as AttemptOutcome),
    late: isLate,
    meaning: meaningOf(evidence?.fix ?? evidence?.reason),
    field: evidence?.field ?? null,
    code: step.code,
    message: step.message,
    receipt: receipt === undefined ? null : shown(receipt),
    nextAt: step.nextAt === null ? null : civilTime(step.nextAt),
    deed: by === null || action === null ? null : { by, action, to: step.becomes },
  };
};

/** An outcome's `reason` is one of the known words where it defers, and a free sentence where nobody knows. */
const meaningOf = (word: string | undefined): CodeMeaning | null =>
  codeMeanings.find((meaning) => meaning === word) ?? null;

const shown = ({ remoteId, url }: NonNullable<ListedAttempt['evidence']>['receipt'] & object) => ({
  remoteId,
  ...(url === undefined ? {} : { url }),
});
